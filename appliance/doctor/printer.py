"""Whether the printer answers. Its paper is looked at in `paper`."""

from __future__ import annotations

from appliance.model import PrinterState
from appliance.model.findings import Cause, Check, Finding, Verdict
from appliance.model.health import PrinterHealth, Reach

_OUT_OF_REACH = {
    Reach.MISSING: (Verdict.BAD, Cause.PRINTER_OFFLINE),
    Reach.NOT_ALLOWED: (Verdict.BAD, Cause.PRINTER_NOT_ALLOWED),
    Reach.NO_SUPPORT: (Verdict.BAD, Cause.PRINTER_NO_SUPPORT),
    Reach.HELD: (Verdict.UNKNOWN, Cause.PRINTER_HELD),
}
_STATES = {
    PrinterState.OFFLINE: (Verdict.BAD, Cause.PRINTER_OFFLINE),
    PrinterState.COVER_OPEN: (Verdict.BAD, Cause.PRINTER_COVER_OPEN),
    PrinterState.FAULT: (Verdict.BAD, Cause.PRINTER_FAULT),
    PrinterState.READY: (Verdict.GOOD, Cause.PRINTER_READY),
    # The printer itself is well; `paper` says the rest.
    PrinterState.PAPER_LOW: (Verdict.GOOD, Cause.PRINTER_READY),
    PrinterState.NO_PAPER: (Verdict.GOOD, Cause.PRINTER_READY),
}


def check(printer: PrinterHealth | None) -> Finding:
    """Without a printer the library lends on; each loan then goes without its slip."""
    if printer is None:
        return Finding(Check.PRINTER, Verdict.WATCH, Cause.PRINTER_NOT_NAMED)
    if printer.reach is not Reach.OPEN:
        return Finding(Check.PRINTER, *_OUT_OF_REACH[printer.reach])
    if printer.state is None:
        return Finding(Check.PRINTER, Verdict.UNKNOWN, Cause.PRINTER_SILENT)
    return Finding(Check.PRINTER, *_STATES[printer.state])
