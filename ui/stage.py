"""What the screens stand on, and what lies over every one of them: device trouble and the countdown."""

from __future__ import annotations

from typing import Any

from kivy.uix.floatlayout import FloatLayout

from appliance.messages import Wake
from appliance.status import Status
from ui import kv
from ui.screens.screen import KioskScreen, Send
from ui.widgets.banner import Banner
from ui.widgets.countdown import Countdown


class Stage(FloatLayout):
    """Holds one screen at a time."""

    def __init__(self, send: Send, **options: Any) -> None:
        super().__init__(**options)
        self.screen: KioskScreen | None = None
        self._banner = Banner()
        self._countdown = Countdown(keep=lambda: send(Wake()))

    def set_screen(self, screen: KioskScreen) -> None:
        """Put `screen` in the place of the one before."""
        if screen is self.screen:
            return
        if self.screen is not None:
            self.remove_widget(self.screen)
        screen.size_hint = (1, 1)
        self.add_widget(screen, index=len(self.children))
        self.screen = screen

    def show_over(self, status: Status) -> None:
        """Show or hide what lies over the screens."""
        self._banner.show(status)
        self._countdown.show(status)
        self._lay_over(self._banner, self._banner.needed)
        self._lay_over(self._countdown, self._countdown.needed)

    def _lay_over(self, widget: Banner | Countdown, needed: bool) -> None:
        if needed and widget.parent is None:
            self.add_widget(widget)
        elif not needed and widget.parent is not None:
            self.remove_widget(widget)


kv.load(__file__)
