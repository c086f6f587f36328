"""A device is in trouble: what it is and what to do, in the top bar of every screen; or news for staff."""

from __future__ import annotations

from kivy.properties import StringProperty

from appliance.language.words import N_
from appliance.model import ALL_WELL, PrinterState, ScannerState
from appliance.status import Approved, Bench, GuardDesk, SinceSignIn, SlipProgress, Status
from ui import kv
from ui.widgets.basics.panel import Panel
from ui.wording import WORDINGS, Wording

_WITHOUT_IT = N_("Borrowing works without it")
_TELL = N_("Tell the librarian")
_PRINTERS = {
    PrinterState.READY: ("", "", ""),
    PrinterState.PAPER_LOW: ("paper_low", N_("The paper is nearly used up"), _TELL),
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
        wording = WORDINGS[status.language]
        say = wording.say
        if status.since_sign_in is not None:
            self.name, self.text = "lock", _tried(status.since_sign_in, wording)
            self.advice = say("since your last sign-in")
            return
        name, text, advice = _first_trouble(status)
        self.name, self.advice = name, say(advice) if advice else ""
        number = wording.number(_forged_codes(status))
        self.text = say(text).format(number=number) if text else ""


def _tried(since: SinceSignIn, wording: Wording) -> str:
    return wording.count("{number} wrong PIN", "{number} wrong PINs", since.wrong_pins)


def printer_pictogram(state: PrinterState) -> str:
    """The picture of what is wrong with the printer; empty while it is well."""
    return _PRINTERS[state][0]


def has_news(status: Status) -> bool:
    """Whether there is anything to tell."""
    is_told = status.since_sign_in is not None or _is_told_of_forged_codes(status)
    return status.devices != ALL_WELL or is_told


def _first_trouble(status: Status) -> tuple[str, str, str]:
    """The scanner's before the printer's, for nothing works without it; a missing slip names its cause."""
    devices = status.devices
    if _lacks_slip(status) and devices.printer is not PrinterState.READY:
        name, text, advice = _PRINTERS[devices.printer]
        # That the loan counts is said beside the slip already.
        return name, text, _TELL if advice == _WITHOUT_IT else advice
    if devices.scanner is ScannerState.LOST:
        return "scanner_lost", N_("The scanner is unplugged"), _TELL
    if devices.guard_scanner is ScannerState.LOST:
        return "scanner_lost", N_("Guard’s scanner unplugged"), N_("Scan badges on the reader’s side")
    if _is_told_of_forged_codes(status):
        return "forged", N_("{number} wrong codes were tried"), N_("Keep an eye on the scanner")
    return _PRINTERS[devices.printer]


def _is_told_of_forged_codes(status: Status) -> bool:
    return bool(_forged_codes(status))


def _forged_codes(status: Status) -> int:
    """How many codes that the library never made were tried since this member of staff was told."""
    return status.scene.forged_codes if isinstance(status.scene, GuardDesk | Bench) else 0


def _lacks_slip(status: Status) -> bool:
    scene = status.scene
    return isinstance(scene, Approved) and scene.slip in (SlipProgress.WAITING, SlipProgress.FAILED)


kv.load(__file__)
