"""What every screen is: a layout that shows a status and sends commands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.properties import BooleanProperty, ObjectProperty
from kivy.uix.boxlayout import BoxLayout

from appliance.messages import Command
from appliance.model import Language, ScannerState
from appliance.status import Status
from ui import kv
from ui.widgets.bars import top_bar  # noqa: F401 - names for every .kv
from ui.widgets.basics import buttons, panel, pictogram  # noqa: F401 - names for every .kv
from ui.widgets.lists import book_row  # noqa: F401 - names for every .kv
from ui.wording import WORDINGS, Wording

Send = Callable[[Command], None]


class KioskScreen(BoxLayout):
    """A screen. In its .kv, `root._("English")` is the text in the language shown, and follows it.

    A subclass's `show` calls this one first, then puts the scene's values into its properties; Kivy redraws
    only what became different.
    """

    wording = ObjectProperty(WORDINGS[Language.KM])
    _ = ObjectProperty(WORDINGS[Language.KM].say)
    scanner_lost = BooleanProperty(False)
    """No screen invites to a scan that nothing would read."""

    def __init__(self, send: Send, **options: Any) -> None:
        self.send = send
        super().__init__(**options)

    def show(self, status: Status) -> None:
        """Show this status, whose scene is of the kind this screen is for."""
        wording: Wording = WORDINGS[status.language]
        self.wording = wording
        self._ = wording.say
        self.scanner_lost = status.devices.scanner is ScannerState.LOST
        if "top_bar" in self.ids:
            self.ids.top_bar.language = status.language
            self.ids.top_bar.refused = status.refusal is not None


kv.load(__file__)
