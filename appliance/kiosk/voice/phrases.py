"""What a refusal, a slip and a device in trouble say aloud; what a scene says is in its row."""

from __future__ import annotations

from typing import assert_never

from appliance.model import PrinterState, Reason, Refusal, ScannerState
from appliance.model.speech import Phrase
from appliance.status import BadgeIssued, OutOfService, SlipProgress, Status

Phrases = tuple[Phrase, ...]

_PRINTER = {
    PrinterState.PAPER_LOW: Phrase.PAPER_LOW,
    PrinterState.NO_PAPER: Phrase.NO_PAPER,
    PrinterState.COVER_OPEN: Phrase.COVER_OPEN,
    PrinterState.OFFLINE: Phrase.PRINTER_TROUBLE,
    PrinterState.FAULT: Phrase.PRINTER_TROUBLE,
}


def phrase_of_reason(reason: Reason) -> Phrase:
    """A reason and its phrase bear one name."""
    return Phrase[reason.name]


def phrases_of_refusal(refusal: Refusal) -> Phrases:
    """Every reason it has, each with what to do."""
    return tuple(map(phrase_of_reason, refusal.reasons))


def phrases_of_slip(slip: SlipProgress) -> Phrases:
    """While it is printed there is nothing to say of it; why it waits, the printer's phrase says."""
    match slip:
        case SlipProgress.PRINTING:
            return ()
        case SlipProgress.WAITING:
            return (Phrase.SLIP_WAITING,)
        case SlipProgress.PRINTED:
            return (Phrase.SLIP_PRINTED,)
        case SlipProgress.FAILED:
            return (Phrase.SLIP_FAILED,)
    assert_never(slip)


def phrases_of_devices(status: Status) -> Phrases:
    """Every device in trouble now; none matters where nobody can be served, or a PIN is learnt by heart."""
    if isinstance(status.scene, OutOfService | BadgeIssued):
        return ()
    devices = status.devices
    lost = ScannerState.LOST
    scanner = (Phrase.SCANNER_LOST,) if devices.scanner is lost else ()
    guards_words = Phrase.GUARD_SCANNER_LOST_TOO if scanner else Phrase.GUARD_SCANNER_LOST
    guards = (guards_words,) if devices.guard_scanner is lost else ()
    printer = (_PRINTER[devices.printer],) if devices.printer in _PRINTER else ()
    return (*scanner, *guards, *printer)
