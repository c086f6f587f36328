"""What is touched: round buttons, wide buttons with a picture, and the large tiles of the home screen."""

from __future__ import annotations

from kivy.properties import BooleanProperty, ColorProperty, NumericProperty, StringProperty

from ui import kv, theme
from ui.widgets.basics.panel import Touchable


class RoundButton(Touchable):
    """A round button with a pictogram only."""

    name = StringProperty("")
    ink = ColorProperty(theme.INK)
    size_dp = NumericProperty(52)


class WideButton(Touchable):
    """A wide button: pictogram and words. Grey while disabled. (Kivy has an `ActionButton` of its own.)"""

    name = StringProperty("")
    text = StringProperty("")
    ink = ColorProperty(theme.WHITE)
    font_sp = NumericProperty(theme.HEADING)
    picture_dp = NumericProperty(34)


class Tile(Touchable):
    """A large coloured tile: a disc with a pictogram, a title and a line below it.

    It stays touchable while `unplugged`: the screen it leads to shows what is wrong and whom to tell.
    """

    unplugged = BooleanProperty(False)
    """Grey, with a pulled plug on it."""
    ink = ColorProperty(theme.WHITE)
    name = StringProperty("")
    title = StringProperty("")
    subtitle = StringProperty("")
    badge = StringProperty("")

    def on_unplugged(self, *_: object) -> None:
        """Words that can be read on grey."""
        self.ink = theme.OFF_INK if self.unplugged else theme.WHITE


kv.load(__file__)
