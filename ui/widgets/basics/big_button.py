"""A wide button with a picture and words; without words the picture stands in the middle."""

from __future__ import annotations

from kivy.properties import ColorProperty, NumericProperty, StringProperty

from ui import kv, theme
from ui.widgets.basics import pictogram  # noqa: F401 - a name for the .kv
from ui.widgets.basics.panel import Touchable


class BigButton(Touchable):
    """Event: `on_release`."""

    name = StringProperty("")
    text = StringProperty("")
    ink = ColorProperty(theme.WHITE)
    font_sp = NumericProperty(theme.BODY)
    picture_dp = NumericProperty(32)


kv.load(__file__)
