"""Khmer text in Kivy: measured as it is drawn, and broken only at word ends.

Kivy 2.3.1's sdl2 text provider shapes with HarfBuzz, with two faults that this module cures. It tells a font
its script only while drawing, so the first measure of a font is unshaped and too wide; and its layout breaks
lines at U+0020 only, else between any two code points, which tears Khmer apart.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from kivy.core.text import Label as CoreLabel
from kivy.core.text._text_sdl2 import _SurfaceContainer
from kivy.properties import BooleanProperty, NumericProperty
from kivy.uix.label import Label

from appliance.language.breaking import ELLIPSIS, WORD_END, ellipsize, wrap
from appliance.language.fonts import Weight, pictogram_font, text_font
from ui import kv, theme

Font = tuple[str, float, bool]
"""Name, size in pixels, bold."""

_SCRAP = _SurfaceContainer(1, 1)
_SPARE_EM = 0.15
_KHMER = "Khmr"
"""ISO 15924. Latin text under this script only loses its kerning."""


def install() -> None:
    """Names the fonts and cures Kivy's labels; call once, before the first label is made."""
    regular, strong = str(text_font(Weight.REGULAR)), str(text_font(Weight.SEMIBOLD))
    CoreLabel.register(theme.TEXT, regular, fn_bold=strong)
    CoreLabel.register(theme.STRONG, strong)
    CoreLabel.register(theme.PICTOGRAMS, str(pictogram_font()))
    # Kivy's own widgets ask for this name; its file has no Khmer.
    CoreLabel.register("Roboto", regular, fn_bold=strong)
    if CoreLabel.get_cached_extents is not _khmer_extents:
        CoreLabel.__init__ = _with_khmer_script(CoreLabel.__init__)
        CoreLabel.get_cached_extents = _khmer_extents


def _with_khmer_script(plain_init: Callable[..., None]) -> Callable[..., None]:
    def __init__(self: Any, *args: Any, **options: Any) -> None:  # noqa: N807 - takes the place of Kivy's
        if options.get("font_script_name") in (None, "Latn"):
            options["font_script_name"] = _KHMER
        plain_init(self, *args, **options)

    return __init__


def _khmer_extents(self: Any) -> Callable[[str], tuple[int, int]]:
    # Drawing a space sets the script, hinting and kerning on the font, which is shared by all labels.
    _SCRAP.render(self, " ", 0, 0)
    if self.options["font_name"] == theme.PICTOGRAMS:
        plain: Callable[[str], tuple[int, int]] = self.get_extents
        return plain
    line_px = round(self.options["font_size"] * theme.LINE_BOX_EM)

    def extents(text: str) -> tuple[int, int]:
        width, height = self.get_extents(text)
        return width, max(height, line_px)

    return extents


@lru_cache(maxsize=64)
def _ruler(font: Font) -> Any:
    name, size_px, bold = font
    return CoreLabel(font_name=name, font_size=size_px, bold=bold)


@lru_cache(maxsize=4096)
def _width_px(text: str, font: Font) -> float:
    # Asked anew each time: Kivy keeps 64 fonts open, and one opened again knows no script until it draws.
    extents: Callable[[str], tuple[int, int]] = _ruler(font).get_cached_extents()
    return float(extents(text.replace(WORD_END, ""))[0])


@lru_cache(maxsize=4096)
def _lines(text: str, room_px: float, lines_max: int, font: Font) -> tuple[str, ...]:
    if "\n" not in text and _width_px(text, font) <= room_px:
        # Most texts: no word segmenter is loaded for these.
        return (text.replace(WORD_END, ""),)

    def measure(part: str) -> float:
        return _width_px(part, font)

    if lines_max:
        return tuple(ellipsize(text, room_px, lines_max, measure))
    return tuple(wrap(text, room_px, measure))


def keep_colour_when_disabled(label: Label) -> None:
    """Kivy greys every label inside a disabled button, out of all contrast; the theme has its own grey."""
    label.disabled_color = label.color
    label.fbind("color", label.setter("disabled_color"))


class KhmerLabel(Label):
    """A label that wraps inside its width at word ends.

    `lines_max` cuts longer texts with an ellipsis: for words from the catalogue only. `grows` makes it as
    high as its text needs, `hugs` as wide.
    """

    lines_max = NumericProperty(0)
    grows = BooleanProperty(False)
    hugs = BooleanProperty(False)
    natural_width = NumericProperty(0)
    """How wide the text would be, in pixels, with no line broken."""

    is_cut = False
    """Whether an ellipsis stands for some of the text."""
    _lines: tuple[str, ...] = ()

    def __init__(self, **options: Any) -> None:
        options.setdefault("font_name", theme.TEXT)
        options.setdefault("color", theme.INK)
        options.setdefault("halign", "left")
        options.setdefault("valign", "middle")
        super().__init__(**options)
        keep_colour_when_disabled(self)
        self.fbind("size", self._take_box)
        self.fbind("padding", self._take_box)
        self.fbind("lines_max", self._trigger_texture)
        self.fbind("grows", self._take_box)
        self.fbind("hugs", self._take_box)
        self._take_box()

    def _take_box(self, *_: object) -> None:
        if self.grows:
            self.size_hint_y = None
        if self.hugs:
            self.size_hint_x = None
        # Never a height: Kivy would cut off what is higher. `valign` is seen to in the .kv.
        self.text_size = (None if self.hugs else self.width, None)

    def texture_update(self, *_: object) -> None:
        """Kivy's, with the lines broken before it sees them."""
        shown = self._label
        left, _, right, _ = shown.options["padding"]
        font = (self.font_name, self.font_size, self.bold)
        widest_px = max(_width_px(line, font) for line in self.text.split("\n"))
        self.natural_width = widest_px + left + right if self.text else 0
        room_px = self.width - left - right
        lines = self._broken(room_px, font) if self.text else ()
        shown.text = "\n".join(lines)
        # The lines are broken: given a width, Kivy would measure each letter, and draw the empty rest.
        shown.usersize = (None, None)
        super().texture_update()
        self._fit(lines)

    def _broken(self, room_px: float, font: Font) -> tuple[str, ...]:
        if room_px <= 0 and not self.hugs:
            # Not laid out yet, or no room at all.
            return ()
        if self.hugs:
            return tuple(self.text.replace(WORD_END, "").split("\n"))
        return _lines(self.text, room_px, int(self.lines_max), font)

    def _fit(self, lines: tuple[str, ...]) -> None:
        self._lines = lines
        self.is_cut = bool(self.lines_max) and bool(lines) and lines[-1].endswith(ELLIPSIS)
        if self.grows:
            self.height = self.texture_size[1] if lines else 0
        if self.hugs:
            self.width = self.natural_width

    @property
    def overflows(self) -> bool:
        """Whether the text is larger than its box."""
        left, _, right, _ = self.padding
        # A stack of Khmer subscripts makes its line a little higher; the gap to the next text takes it.
        spare_px = self.font_size * _SPARE_EM
        font = (self.font_name, self.font_size, self.bold)
        widest_px = max((_width_px(line, font) for line in self._lines), default=0) + left + right
        return bool(self._lines) and (
            self.texture_size[1] > self.height + spare_px or widest_px > self.width + 1
        )


kv.load(__file__)
