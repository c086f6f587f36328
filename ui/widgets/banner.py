"""A device is in trouble: what it is and what to do, in the top bar of every screen."""

from __future__ import annotations

from kivy.properties import StringProperty

from appliance.model import PrinterState, ScannerState
from appliance.status import Status
from ui import kv
from ui.widgets.panel import Panel
from ui.wording import WORDINGS


class Banner(Panel):
    """Lies over the title, beside the way out; what can be touched stays free."""

    name = StringProperty("")
    text = StringProperty("")
    advice = StringProperty("")

    def show(self, status: Status) -> None:
        """Take what is wrong from the status."""
        _ = WORDINGS[status.language].say
        devices = status.devices
        if devices.scanner is ScannerState.LOST:
            said = ("scanner_lost", _("The scanner is unplugged"), _("Tell the librarian"))
        elif devices.guard_scanner is ScannerState.LOST:
            said = ("scanner_lost", _("Guard’s scanner unplugged"), _("Scan badges on the reader’s side"))
        elif devices.printer is PrinterState.NO_PAPER:
            said = ("paper_out", _("The slip paper is used up"), _("Borrowing works without it"))
        elif devices.printer is PrinterState.FAULT:
            said = ("printer_fault", _("The printer does not work"), _("Borrowing works without it"))
        else:
            said = ("", "", "")
        self.name, self.text, self.advice = said


kv.load(__file__)
