"""Acts like a person in front of the kiosk: sees what is shown, and touches it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from appliance.messages import Command, Message, Touched
from appliance.model import Language
from appliance.status import Scene, Status

os.environ.setdefault("SDL_VIDEODRIVER", "offscreen")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("LIBGL_ALWAYS_SOFTWARE", "1")

TODAY = date(2026, 11, 23)
SIZES = ((800, 480), (1280, 800))


class KioskDriver:
    """A running kiosk's face of `size` pixels; `posted` is every message it sent."""

    def __init__(self, size: tuple[int, int] = SIZES[0], *, prebuild: bool = False) -> None:
        window = _window(size)
        from ui.app import KioskApp

        self.size = size
        self.window = window
        self.posted: list[Message] = []
        self.app = KioskApp(self.posted.append, prebuild=prebuild)
        self.now_s = 0.0
        self.app._touches.read_s = lambda: self.now_s
        self.app._run_prepare()
        self.frames(3)

    def close(self) -> None:
        """Take the kiosk out of the window, which stays for the next one."""
        self.app.dispatch("on_stop")
        for widget in list(self.window.children):
            self.window.remove_widget(widget)

    # ------------------------------------------------------------ time

    def frames(self, count: int = 1) -> None:
        """Whole frames, drawn."""
        from kivy.base import EventLoop

        for _ in range(count):
            EventLoop.idle()

    def settle(self, rounds: int = 5) -> None:
        """Let bindings and layouts come to rest without drawing; much faster than frames."""
        from kivy.clock import Clock
        from kivy.lang import Builder

        for _ in range(rounds):
            Clock.tick()
            Builder.sync()
            Clock.tick_draw()
            Builder.sync()

    def looks(self, seconds: float = 1.0) -> None:
        """What is shown is on the glass, and is looked at so long before a hand moves; nobody sleeps."""
        self.app._touches.drawn()
        self.passes(seconds)

    def passes(self, seconds: float) -> None:
        """So much later, for what decides whether a touch counts: its time stands still by itself."""
        self.now_s += seconds

    # ------------------------------------------------------------ what is shown

    def show(self, shown: Scene | Status, language: Language = Language.EN, **over: Any) -> None:
        """Show a status, or a scene in a status of session 1; `over` replaces the status's other fields."""
        status = shown if isinstance(shown, Status) else Status(1, shown, language, TODAY)
        self.app.show(replace(status, **over) if over else status)
        self.settle()

    def widgets(self) -> Iterator[Any]:
        """Every widget on the screen; hidden ones (no opacity) and those a refusal covers are left out."""
        stage = self.app.stage
        sheet = stage._refusal if stage.shows_refusal else None
        covered = set(stage.screen.walk(restrict=True)) if sheet and stage.screen else set()
        for widget in _seen(self.app.root):
            if widget not in covered or not sheet.collide_point(*widget.to_window(*widget.center)):
                yield widget

    def labels(self) -> Iterator[Any]:
        """Every label that shows text, pictograms included."""
        from kivy.uix.label import Label

        return (widget for widget in self.widgets() if isinstance(widget, Label) and widget.text.strip())

    def words(self) -> list[str]:
        """The texts on the screen, without U+200B; pictograms left out."""
        from ui import theme

        shown = (label for label in self.labels() if label.font_name != theme.PICTOGRAMS)
        return [label.text.replace("\u200b", "") for label in shown]

    def pictograms(self) -> list[str]:
        """The names of the pictograms on the screen."""
        from ui.widgets.basics.pictogram import Pictogram

        return [widget.name for widget in self.labels() if isinstance(widget, Pictogram)]

    def touchables(self) -> list[Any]:
        """Everything that takes a touch."""
        from kivy.uix.behaviors import ButtonBehavior

        return [widget for widget in self.widgets() if isinstance(widget, ButtonBehavior)]

    # ------------------------------------------------------------ what is done

    def tap(self, x: float, y: float) -> None:
        """Look, then a finger goes down and up at this place, in pixels from below left."""
        self.looks()
        self.taps_at_once(x, y)

    def taps_at_once(self, x: float, y: float) -> None:
        """A finger that does not wait for what is shown to be seen."""
        from kivy.tests.common import UnitTestTouch

        touch = UnitTestTouch(x, y)
        touch.touch_down()
        self.settle(2)
        touch.touch_up()
        self.settle(2)

    def tap_on(self, words: str) -> None:
        """Touch the button that says `words` or draws the pictogram of this name. Raises LookupError."""
        button = self.button(words)
        self.tap(*button.to_window(*button.center))

    def button(self, words: str) -> Any:
        """The button that says `words` or draws the pictogram of this name. Raises LookupError."""
        for widget in self.touchables():
            said = [
                getattr(part, name, None) for part in widget.walk(restrict=True) for name in ("text", "name")
            ]
            if words in [str(text).replace("\u200b", "") for text in said]:
                return widget
        raise LookupError(f"nothing to touch says {words!r}; there is {self.words()}")

    def key(self, code: int) -> None:
        """A key of a keyboard nobody should have plugged in."""
        self.window.dispatch("on_key_down", code, 0, "", [])
        self.window.dispatch("on_keyboard", code, 0, "", [])
        self.window.dispatch("on_key_up", code, 0)
        self.settle(2)

    @property
    def commands(self) -> list[Command]:
        """The commands sent so far, the oldest first."""
        return [message.command for message in self.posted if isinstance(message, Touched)]


def _window(size: tuple[int, int]) -> Any:
    """The process's one window, made `size` large with the pixels of a dp to match."""
    from ui.fit import density_of
    from ui.launch import prepare

    prepare(size)
    from kivy.clock import Clock
    from kivy.core.window import Window
    from kivy.metrics import Metrics

    Clock._max_fps = 0
    Metrics.density = density_of(size)
    Window.size = size
    return Window


def _seen(widget: Any) -> Iterator[Any]:
    if widget.opacity == 0:
        return
    yield widget
    for child in reversed(widget.children):
        yield from _seen(child)
