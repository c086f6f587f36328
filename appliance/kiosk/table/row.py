"""The columns of the table of scenes. No cell has a default: a row that leaves one out does not pass mypy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from appliance.kiosk.context import DeskContext
from appliance.kiosk.turn import Turn
from appliance.messages import Command
from appliance.model import Copy, Reader, Staff
from appliance.model.speech import Phrase
from appliance.paper.codes import SlipScan

S = TypeVar("S")
Phrases = tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class SceneRow(Generic[S]):
    """One kind of scene. Every desk function has one form: (context, turn, scene, what came) -> None."""

    lasts_s: float
    """Seconds until it ends by itself when nobody touches anything."""
    touched: Callable[[DeskContext, Turn, S, Command], None]
    """What a button means; GoHome, Wake, SayAgain and ChooseLanguage mean the same on every scene."""
    back: Callable[[DeskContext, Turn, S], None]
    """What GoBack means."""
    card: Callable[[DeskContext, Turn, S, Reader], None]
    badge: Callable[[DeskContext, Turn, S, Staff], None]
    book: Callable[[DeskContext, Turn, S, Copy], None]
    isbn: Callable[[DeskContext, Turn, S, Copy], None]
    """An ISBN that only this copy bears: nearly everywhere the same as its label."""
    slip: Callable[[DeskContext, Turn, S, SlipScan], None]
    """One that this library has printed."""
    expects_scans: bool
    """Whether a scan that is of no use is refused; else it is passed over in silence."""
    kept_by_scans: bool
    """Whether a scan that did something counts as somebody being there; where staff are signed in, only a
    touch does, since whoever stands there can scan."""
    is_readers: bool
    """A reader's own turn: from the guard's side nothing but a badge reaches into it."""
    is_anybodys: bool
    """Nobody in particular stands here: any copy of a title will do, and a refusal ends it soon."""
    phrases: Callable[[S], Phrases]
    """What it says aloud: where one is and what to do. Empty where nothing may be spoken over."""


@dataclass(frozen=True, slots=True)
class SceneHere(Generic[S]):
    """A scene with its row."""

    row: SceneRow[S]
    scene: S

    def touched(self, context: DeskContext, turn: Turn, command: Command) -> None:
        self.row.touched(context, turn, self.scene, command)

    def back(self, context: DeskContext, turn: Turn) -> None:
        self.row.back(context, turn, self.scene)

    def card(self, context: DeskContext, turn: Turn, reader: Reader) -> None:
        self.row.card(context, turn, self.scene, reader)

    def badge(self, context: DeskContext, turn: Turn, staff: Staff) -> None:
        self.row.badge(context, turn, self.scene, staff)

    def book(self, context: DeskContext, turn: Turn, copy: Copy) -> None:
        self.row.book(context, turn, self.scene, copy)

    def isbn(self, context: DeskContext, turn: Turn, copy: Copy) -> None:
        self.row.isbn(context, turn, self.scene, copy)

    def slip(self, context: DeskContext, turn: Turn, slip: SlipScan) -> None:
        self.row.slip(context, turn, self.scene, slip)

    def phrases(self) -> Phrases:
        return self.row.phrases(self.scene)


def no_button(_context: DeskContext, turn: Turn, _scene: object, command: Command) -> None:
    """No button of its own."""
    turn.unforeseen = command


def one_step_back(_context: DeskContext, turn: Turn, _scene: object) -> None:
    turn.back()


def nothing(_context: DeskContext, _turn: Turn, _scene: object, _scanned: object) -> None:
    """A scan means nothing here: a request is sent, a PIN is typed, or nobody can be served."""


def says(*phrases: Phrase) -> Callable[[object], Phrases]:
    """The same, whatever is on the scene."""
    return lambda _scene: phrases
