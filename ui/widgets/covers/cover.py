"""A book's cover: its picture when the library has one, else drawn from its title and shelf."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from kivy.clock import Clock
from kivy.graphics import Color, Rectangle, RoundedRectangle, SmoothRoundedRectangle
from kivy.graphics.texture import Texture
from kivy.metrics import dp
from kivy.properties import BooleanProperty, ObjectProperty
from kivy.uix.image import Image
from kivy.uix.widget import Widget

from appliance.language.fonts import pictogram, shelf_pictogram
from appliance.model import Title
from ui import theme
from ui.text import KhmerLabel
from ui.widgets.covers.cover_design import design_of
from ui.widgets.covers.cover_motifs import Box, draw_motif

_SPINE = (0, 0, 0, 0.25)


class Cover(Widget):
    """`small` leaves the words out. A picture that is missing or broken is the drawn cover."""

    title: Title | None = ObjectProperty(None, allownone=True)
    small: bool = BooleanProperty(False)
    folder: ClassVar[Path | None] = None
    """Where the library keeps its cover pictures; set once at start."""

    def __init__(self, **kwargs: object) -> None:
        self._texture: Texture | None = None
        self._words = KhmerLabel(font_name=theme.STRONG, color=theme.WHITE, valign="top")
        self._author = KhmerLabel(color=theme.WHITE, valign="bottom", lines_max=1)
        self._sign = KhmerLabel(
            font_name=theme.PICTOGRAMS, color=theme.WHITE, halign="center", valign="middle"
        )
        super().__init__(**kwargs)
        for label in (self._sign, self._words, self._author):
            self.add_widget(label)
        self._redraw = Clock.create_trigger(self._draw, -1)
        self._look = Clock.create_trigger(self._look_for_picture)
        self.bind(pos=self._redraw, size=self._redraw, small=self._redraw, title=self._start_anew)
        self._start_anew()

    @property
    def pictured(self) -> bool:
        """Whether a picture is shown instead of the drawing."""
        return self._texture is not None

    def _start_anew(self, *_: object) -> None:
        # The drawing comes at once and the picture a frame later: decoding must not hold up typing.
        self._texture = None
        self._redraw()
        if self.title is not None and self.title.cover:
            self._look()

    def _look_for_picture(self, *_: object) -> None:
        self._texture = picture_of(self.title, self.folder)
        self._redraw()

    def _draw(self, *_: object) -> None:
        self.canvas.before.clear()
        title = self.title if min(self.size) > dp(8) else None
        for label in (self._sign, self._words, self._author):
            label.opacity = 0 if title is None or self.pictured else 1
        if title is not None and self._texture is not None:
            self._draw_picture(self._texture)
        elif title is not None:
            self._draw_cover(title)

    def _draw_picture(self, texture: Texture) -> None:
        with self.canvas.before:
            Color(1, 1, 1, 1)
            RoundedRectangle(
                pos=self.pos, size=self.size, radius=self._radius, texture=cropped(texture, self.size)
            )

    def _draw_cover(self, title: Title) -> None:
        design = design_of(title)
        spine = self.width * 0.055
        box = Box(self.x + spine, self.y, self.width - spine, self.height, self._radius[1])
        with self.canvas.before:
            Color(*design.plain)
            SmoothRoundedRectangle(pos=self.pos, size=self.size, radius=self._radius, segments=6)
            draw_motif(design, box)
            Color(*_SPINE)
            Rectangle(pos=(box.x - max(1.0, dp(1)), self.y), size=(max(1.0, dp(1.2)), self.height))
        self._place_sign(title)
        self._place_words(title)

    @property
    def _radius(self) -> list[float]:
        outer = min(dp(9), self.width * 0.09)
        return [outer * 0.45, outer, outer, outer * 0.45]

    def _place_sign(self, title: Title) -> None:
        # On the plain part, above every ornament.
        share, middle = (0.52, 0.71) if self.small else (0.3, 0.3)
        sign = self._sign
        sign.font_size = min(self.width * share, self.height * share)
        sign.size = (self.width, sign.font_size * 1.3)
        sign.center = (self.center_x + self.width * 0.0275, self.y + self.height * middle)
        sign.text = pictogram(shelf_pictogram(title.shelf))

    def _place_words(self, title: Title) -> None:
        self._words.text = self._author.text = ""
        if self.small:
            return
        left, wide = self.x + self.width * 0.125, self.width * 0.8
        words, author = self._words, self._author
        words.font_size = min(max(self.width * 0.105, dp(12.5)), dp(26))
        words.lines_max = max(1, int(self.height * 0.48 / (words.font_size * theme.LINE_BOX_EM)))
        words.size = (wide, self.height * 0.5)
        words.pos = (left, self.top - self.height * 0.03 - words.height)
        words.text = title.title
        author.font_size = max(self.width * 0.068, dp(11.5))
        if self.height > author.font_size * 12:
            author.size = (wide, author.font_size * theme.LINE_BOX_EM)
            author.pos = (left, self.y + self.height * 0.025)
            author.text = ", ".join(title.authors)


def picture_of(title: Title | None, folder: Path | None) -> Texture | None:
    """The picture of `title`, or None when there is none that Kivy can show."""
    if title is None or folder is None or not title.cover:
        return None
    path = folder / title.cover
    if path.name != title.cover or not path.is_file():
        return None
    # Kivy's widget logs a picture it cannot decode and has no texture; its core class raises Exception.
    return Image(source=str(path)).texture


def cropped(texture: Texture, size: tuple[float, float]) -> Texture:
    """The middle of `texture` in the shape of `size`."""
    width, height = texture.size
    scale = min(width / size[0], height / size[1])
    wide, high = size[0] * scale, size[1] * scale
    return texture.get_region((width - wide) / 2, (height - high) / 2, wide, high)
