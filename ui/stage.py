"""What the screens stand on, and what lies over them: a refusal, device trouble, the countdown."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from kivy.core.window import Window
from kivy.uix.floatlayout import FloatLayout

from appliance.messages import Wake
from appliance.status import Status
from ui import theme
from ui.screens.screen import KioskScreen, Send
from ui.widgets.bars.banner import Banner, has_news
from ui.widgets.bars.countdown import Countdown
from ui.widgets.refusals.refusal_sheet import RefusalSheet


class Stage(FloatLayout):
    """Holds one screen at a time."""

    def __init__(self, send: Send, **options: Any) -> None:
        super().__init__(**options)
        # The window is cleared to paper: a rectangle of that size costs 5 ms a frame with software GL.
        Window.clearcolor = theme.PAPER
        self.screen: KioskScreen | None = None
        self._send = send

    # Both are built when they are first needed: the first frame needs neither.

    @cached_property
    def _banner(self) -> Banner:
        return Banner()

    @cached_property
    def _refusal(self) -> RefusalSheet:
        return RefusalSheet(self._send)

    @cached_property
    def _countdown(self) -> Countdown:
        return Countdown(keep=lambda: self._send(Wake()))

    def build_refusal(self) -> None:
        """Ahead of the first scan that is refused."""
        self._refusal  # noqa: B018 - built when it is asked for

    @property
    def shows_refusal(self) -> bool:
        return "_refusal" in self.__dict__ and self._refusal.parent is not None

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
        self._lay_over(status, "_refusal", needed=status.refusal is not None)
        self._lay_over(status, "_banner", needed=has_news(status))
        self._lay_over(status, "_countdown", needed=status.leaving_in_s is not None)

    def _lay_over(self, status: Status, name: str, *, needed: bool) -> None:
        if not needed and name not in self.__dict__:
            return
        widget: Banner | Countdown | RefusalSheet = getattr(self, name)
        widget.show(status)
        if needed and widget.parent is None:
            # A refusal just over the screen, below the banner and the countdown.
            self.add_widget(widget, index=len(self.children) - 1 if name == "_refusal" else 0)
        elif not needed and widget.parent is not None:
            self.remove_widget(widget)
