"""What the signs mean: four things to do, each as a row of pictures from left to right."""

from __future__ import annotations

from typing import Any

from kivy.properties import ColorProperty, ListProperty
from kivy.uix.boxlayout import BoxLayout

from ui import kv, theme
from ui.screens.screen import KioskScreen
from ui.widgets.basics.pictogram import Disc, Pictogram

_DISC_DP = 60
_ARROW_DP = 26


class SignRow(BoxLayout):
    """`steps` are pictograms: the tile to touch, then what happens, the last one what it comes to."""

    steps = ListProperty()
    ink = ColorProperty(theme.BORROW)
    ground = ColorProperty(theme.BORROW_TINT)

    def on_steps(self, *_: Any) -> None:
        self.clear_widgets()
        for place, name in enumerate(self.steps):
            first = place == 0
            if place:
                self.add_widget(
                    Pictogram(name="next", size_dp=_ARROW_DP, color=theme.MUTED, pos_hint={"center_y": 0.5})
                )
            self.add_widget(
                Disc(
                    name=name,
                    size_dp=_DISC_DP,
                    ground=self.ink if first else self.ground,
                    ink=theme.WHITE if first else self.ink,
                    pos_hint={"center_y": 0.5},
                )
            )


class SignsScreen(KioskScreen):
    """Nothing on it changes but the language of its title."""


kv.load(__file__)
