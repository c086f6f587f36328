"""Whether there is paper, as far as the printer tells."""

from __future__ import annotations

from appliance.model import PrinterState
from appliance.model.findings import Cause, Check, Finding, Verdict
from appliance.model.health import PrinterHealth, Reach


def check(printer: PrinterHealth) -> Finding:
    """A printer that is out of reach, open or without a sensor tells nothing of its paper."""
    if printer.reach is not Reach.OPEN:
        return Finding(Check.PAPER, Verdict.UNKNOWN, Cause.PAPER_NOT_TOLD)
    match printer.state:
        case PrinterState.NO_PAPER:
            return Finding(Check.PAPER, Verdict.BAD, Cause.PAPER_OUT)
        case PrinterState.PAPER_LOW:
            return Finding(Check.PAPER, Verdict.WATCH, Cause.PAPER_LOW)
        case PrinterState.READY if printer.tells_paper:
            return Finding(Check.PAPER, Verdict.GOOD, Cause.PAPER_THERE)
        case _:
            return Finding(Check.PAPER, Verdict.UNKNOWN, Cause.PAPER_NOT_TOLD)
