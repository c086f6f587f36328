"""One loan, told without anybody: the demonstration for a machine that has no screen.

Every act goes the way a person's would (a scan, a touch on the screen that is shown), waits until the
screen has got there, and leaves a picture.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from appliance.messages import (
    Approve,
    AskForCard,
    AskForLoan,
    ChooseLanguage,
    Command,
    EnterDigit,
    GoHome,
    StartReturning,
    StartSearching,
    TypeText,
    Wake,
)
from appliance.model import Language, PrinterState
from appliance.status import (
    Approved,
    AwaitingApproval,
    Basket,
    GuardDesk,
    GuardSignIn,
    Home,
    Identify,
    Purpose,
    Returning,
    Scene,
    Searching,
    SlipProgress,
    Status,
)

if TYPE_CHECKING:
    from ui.app import KioskApp

_STILL_FRAMES = 6
_PATIENCE_S = 30.0


class StoryStuck(Exception):
    """The screen never got where an act leads; names the act."""


@dataclass(frozen=True, slots=True)
class Props:
    """What the story is played with: codes to scan, a PIN, a word to search, a printer to trouble."""

    scan: Callable[[str], None]
    tear_paper: Callable[[], None]
    card: str
    badge: str
    pin: str
    books: tuple[str, str, str]
    word: str


@dataclass(frozen=True, slots=True)
class Act:
    """A line to say, what is done, and the status it leads to."""

    says: str
    does: Callable[[KioskApp], None]
    arrived: Callable[[Status], bool]


def tell(app: KioskApp, props: Props, folder: Path, say: Callable[[str], None]) -> None:
    """Play the story frame by frame on a running app, then stop it. Pictures go into `folder`.

    Raises (in the app's frame): StoryStuck.
    """
    folder.mkdir(parents=True, exist_ok=True)
    steps = _steps(app, _acts(props), folder, say)

    def step() -> None:
        if next(steps, False):
            app.call_later(step, 0)
        else:
            app.stop()

    app.call_later(step, 0)


def _steps(app: KioskApp, acts: Sequence[Act], folder: Path, say: Callable[[str], None]) -> Iterator[bool]:
    """One frame at a time; True while there is more to come."""
    for number, act in enumerate(acts, start=1):
        act.does(app)
        began_s = time.monotonic()
        while app.shown is None or not act.arrived(app.shown):
            if time.monotonic() - began_s > _PATIENCE_S:
                raise StoryStuck(act.says)
            yield True
        for _ in range(_STILL_FRAMES):
            yield True
        picture = folder / f"{number:02d}-{_scene_name(app)}.png"
        app.keep_picture(picture)
        say(f"{number:2}. {act.says} ({picture.name})")


def _scene_name(app: KioskApp) -> str:
    return type(app.shown.scene).__name__.lower() if app.shown else "nothing"


def _touch(command: Command) -> Callable[[KioskApp], None]:
    def does(app: KioskApp) -> None:
        if app.stage.screen is not None:
            app.stage.screen.send(command)

    return does


def _type_pin(pin: str) -> Callable[[KioskApp], None]:
    def does(app: KioskApp) -> None:
        for digit in pin:
            _touch(EnterDigit(int(digit)))(app)

    return does


def _approve_first(app: KioskApp) -> None:
    if app.shown and isinstance(app.shown.scene, GuardDesk):
        _touch(Approve(app.shown.scene.requests[0].id))(app)


def _acts(props: Props) -> tuple[Act, ...]:
    first, second, _ = props.books
    return (
        Act("Somebody touches the kiosk; it wakes up in Khmer.", _touch(Wake()), _is(Home)),
        Act(
            "A reader touches Borrow and is asked for the card.",
            _touch(AskForCard(Purpose.BORROW)),
            _is(Identify),
        ),
        Act(
            "The card and two books are scanned.",
            lambda _app: _scan_all(props, (props.card, first, second)),
            lambda status: _has_lines(status, 2),
        ),
        Act("The green button: the request waits for a guard.", _touch(AskForLoan()), _is(AwaitingApproval)),
        Act("A guard scans the badge.", lambda _app: props.scan(props.badge), _is(GuardSignIn)),
        Act("Six digits open the guard's desk.", _type_pin(props.pin), _is(GuardDesk)),
        Act(
            "The guard approves; the loan is on disk and the slip comes out.",
            _approve_first,
            lambda status: isinstance(status.scene, Approved) and status.scene.slip is SlipProgress.PRINTED,
        ),
        Act(
            "A word is typed in the search; titles appear as it grows.",
            lambda app: _search(app, props.word),
            lambda status: isinstance(status.scene, Searching) and status.scene.text == props.word,
        ),
        Act(
            "One book comes back: one scan, no card.",
            lambda app: _bring_back(app, props, first),
            lambda status: isinstance(status.scene, Returning) and len(status.scene.lines) == 1,
        ),
        Act(
            "The paper is torn and the kiosk says so in French; lending goes on.",
            lambda app: _tear(app, props),
            lambda status: _has_lines(status, 1) and status.devices.printer is PrinterState.NO_PAPER,
        ),
    )


def _is(kind: type[Scene]) -> Callable[[Status], bool]:
    return lambda status: isinstance(status.scene, kind)


def _has_lines(status: Status, lines: int) -> bool:
    return isinstance(status.scene, Basket) and len(status.scene.lines) == lines


def _search(app: KioskApp, word: str) -> None:
    _touch(GoHome())(app)
    _when(app, Home, lambda: _touch(StartSearching())(app))
    _when(app, Searching, lambda: _type(app, word))


def _bring_back(app: KioskApp, props: Props, barcode: str) -> None:
    _touch(GoHome())(app)
    _when(app, Home, lambda: _touch(StartReturning())(app))
    _when(app, Returning, lambda: props.scan(barcode))


def _tear(app: KioskApp, props: Props) -> None:
    props.tear_paper()
    props.scan(props.card)
    _when(app, Basket, lambda: _go_on_in_french(app, props))


def _go_on_in_french(app: KioskApp, props: Props) -> None:
    _touch(ChooseLanguage(Language.FR))(app)
    props.scan(props.books[2])


def _scan_all(props: Props, codes: Sequence[str]) -> None:
    for code in codes:
        props.scan(code)


def _type(app: KioskApp, word: str) -> None:
    for letter in word:
        _touch(TypeText(letter))(app)


def _when(app: KioskApp, kind: type[Scene], then: Callable[[], None]) -> None:
    """Do `then` as soon as a screen of this kind is shown."""

    def look() -> None:
        if app.shown is not None and isinstance(app.shown.scene, kind):
            then()
        else:
            app.call_later(look, 0)

    look()
