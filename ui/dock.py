"""The dock: a strip beside the kiosk for demonstrations, in place of hands, cards, books and cables.

It is no part of the kiosk that readers see, so it is in English only and says so in its colour.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kivy.clock import Clock
from kivy.graphics import Color, Rectangle
from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.image import Image
from kivy.uix.scrollview import ScrollView
from kivy.uix.widget import Widget
from kivy.utils import get_color_from_hex

from appliance.model import PrinterState, Side
from ui import theme
from ui.fit import DOCK_WIDTH_DP
from ui.keyboard.keys import KeyButton
from ui.text import KhmerLabel

__all__ = ["DOCK_WIDTH_DP", "DockCode", "DockDevices", "build_dock"]

_BACK = "#22303A"
_PALE = "#C9D6DC"
_FACE = "#33454F"
_EDGE = "#18242C"
_WHITE = "#FFFFFF"
_LOOK_EVERY_S = 0.5
_SAID_DP = 72
"""Three lines; what is longer ends in an ellipsis."""
_HANDS = {Side.READER: "Scanner in use: the reader's", Side.GUARD: "Scanner in use: the guard's"}

Press = tuple[str, Callable[[], None]]
"""A button: its words, and what it does."""


@dataclass(frozen=True, slots=True)
class DockCode:
    """Something that can be held before the scanner: what it is, its code, and a note (a demo PIN)."""

    name: str
    code: str
    note: str = ""


@dataclass(slots=True)
class Hand:
    """Which scanner is in use. It outlives the dock, which is built anew when its window changes its size."""

    side: Side = Side.READER


@dataclass(frozen=True, slots=True)
class DockDevices:
    """What the dock may do, and what lies on its table.

    `said` is what was said aloud last, in words; `last_slip` is a picture of the last slip.
    """

    scan: Callable[[Side, str], None]
    unplug: Callable[[Side], None]
    plug: Callable[[Side], None]
    become: Callable[[PrinterState], None]
    said: Callable[[], str]
    last_slip: Callable[[], Path | None]
    last_slip_code: Callable[[], str | None]
    cards: tuple[DockCode, ...] = ()
    badges: tuple[DockCode, ...] = ()
    copies: tuple[DockCode, ...] = ()
    hand: Hand = field(default_factory=Hand)


def build_dock(devices: DockDevices) -> Widget:
    """The dock as a widget, `DOCK_WIDTH_DP` wide and as high as its place."""
    return Dock(devices)


class Dock(BoxLayout):
    """Cables and paper on top, always in reach; below, what can be scanned; at the end the last slip."""

    def __init__(self, devices: DockDevices) -> None:
        super().__init__(
            orientation="vertical", size_hint_x=None, width=dp(DOCK_WIDTH_DP), padding=dp(10), spacing=dp(6)
        )
        self.devices = devices
        self._paint_back()
        self.add_widget(_words("DEMO · not part of the kiosk", bold=True))
        self._hand = _button(_HANDS[self._side], self._change_side)
        self.add_widget(self._hand)
        for row in self._rows():
            self.add_widget(_pair(*row))
        self._said = _words("")
        self._said.lines_max = 3
        self._said.height = dp(_SAID_DP)
        self.add_widget(self._said)
        self._slip = Image(size_hint_y=None, height=0, fit_mode="contain")
        self._slip_seen: tuple[Path, int] | None = None
        self.add_widget(self._table())
        Clock.schedule_interval(self._look_at_slip, _LOOK_EVERY_S)
        Clock.schedule_interval(self._listen, _LOOK_EVERY_S)

    def _rows(self) -> tuple[tuple[Press, Press], ...]:
        devices = self.devices
        return (
            (
                ("Pull cable", lambda: devices.unplug(self._side)),
                ("Plug cable", lambda: devices.plug(self._side)),
            ),
            (
                ("Tear paper", self._break(PrinterState.NO_PAPER)),
                ("Open lid", self._break(PrinterState.COVER_OPEN)),
            ),
            (
                ("Printer off", self._break(PrinterState.OFFLINE)),
                ("Mend printer", self._break(PrinterState.READY)),
            ),
        )

    def _break(self, state: PrinterState) -> Callable[[], None]:
        return lambda: self.devices.become(state)

    @property
    def _side(self) -> Side:
        return self.devices.hand.side

    def _change_side(self) -> None:
        self.devices.hand.side = Side.GUARD if self._side is Side.READER else Side.READER
        self._hand.text = _HANDS[self._side]

    def _listen(self, *_: object) -> None:
        self._said.text = self.devices.said()

    def _table(self) -> Widget:
        column = BoxLayout(orientation="vertical", size_hint_y=None, spacing=dp(5))
        column.bind(minimum_height=column.setter("height"))
        for heading, codes in (
            ("Cards", self.devices.cards),
            ("Badges", self.devices.badges),
            ("Books", self.devices.copies),
        ):
            column.add_widget(_words(heading, bold=True))
            for code in codes:
                column.add_widget(self._code(code))
        column.add_widget(_words("Last slip", bold=True))
        column.add_widget(_button("Scan the last slip", self._scan_slip))
        column.add_widget(self._slip)
        table = ScrollView(do_scroll_x=False, bar_width=dp(5))
        table.add_widget(column)
        return table

    def _code(self, code: DockCode) -> KeyButton:
        line = " · ".join(part for part in (code.code, code.note) if part)
        return _button(f"{code.name}\n{line}", lambda: self.devices.scan(self._side, code.code), height_dp=52)

    def _scan_slip(self) -> None:
        code = self.devices.last_slip_code()
        if code is not None:
            self.devices.scan(self._side, code)

    def _look_at_slip(self, *_: object) -> None:
        path = self.devices.last_slip()
        if path is None or not path.is_file():
            return
        seen = path, path.stat().st_mtime_ns
        if seen != self._slip_seen:
            self._slip_seen = seen
            self._show_slip(path)

    def _show_slip(self, path: Path) -> None:
        self._slip.source = str(path)
        self._slip.reload()
        if self._slip.texture is not None:
            self._slip.height = (self.width - dp(20)) / self._slip.image_ratio

    def _paint_back(self) -> None:
        with self.canvas.before:
            Color(rgba=get_color_from_hex(_BACK))
            back = Rectangle()
        self.bind(
            pos=lambda _, pos: setattr(back, "pos", pos), size=lambda _, size: setattr(back, "size", size)
        )


def _words(text: str, *, bold: bool = False) -> KhmerLabel:
    font = theme.STRONG if bold else theme.TEXT
    label = KhmerLabel(
        text=text, font_name=font, font_size=dp(13), color=_PALE, valign="middle", size_hint_y=None
    )
    label.height = dp(26)
    return label


def _button(text: str, does: Callable[[], None], *, height_dp: int = 40) -> KeyButton:
    button = KeyButton(
        text=text,
        font_size=dp(13),
        color=_WHITE,
        face=_FACE,
        edge=_EDGE,
        face_pressed="#12707C",
        size_hint_y=None,
    )
    button.height = dp(height_dp)
    button.bind(on_press=lambda *_: does())
    return button


def _pair(*buttons: Press) -> BoxLayout:
    row = BoxLayout(size_hint_y=None, height=dp(40), spacing=dp(6))
    for text, does in buttons:
        row.add_widget(_button(text, does))
    return row
