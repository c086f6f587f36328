"""A device is in trouble: what it is and what to do, in the top bar of every screen."""

from __future__ import annotations

from kivy.properties import StringProperty

from appliance.model import PrinterState, ScannerState
from appliance.status import Status
from ui import kv
from ui.widgets.panel import Panel
from ui.widgets.reasons import N_
from ui.wording import WORDINGS

_WITHOUT_IT = N_("Borrowing works without it")
_PRINTERS = {
    PrinterState.READY: ("", "", ""),
    PrinterState.PAPER_LOW: ("paper_low", N_("The paper is nearly used up"), N_("Tell the librarian")),
    PrinterState.NO_PAPER: ("paper_out", N_("The slip paper is used up"), _WITHOUT_IT),
    PrinterState.COVER_OPEN: ("lid_open", N_("The lid of the printer is open"), N_("Close the lid")),
    PrinterState.OFFLINE: ("printer_offline", N_("The printer is unplugged or off"), _WITHOUT_IT),
    PrinterState.FAULT: ("printer_fault", N_("The printer does not work"), _WITHOUT_IT),
}
"""Of each state: pictogram, what is wrong, what to do or that it does no harm."""


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
        else:
            name, text, advice = _PRINTERS[devices.printer]
            said = (name, _(text), _(advice)) if text else ("", "", "")
        self.name, self.text, self.advice = said


kv.load(__file__)
