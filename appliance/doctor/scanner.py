"""Whether each scanner that the unit should have is there, and set as it should be."""

from __future__ import annotations

from collections.abc import Sequence

from appliance.model.findings import Cause, Check, Finding, Verdict
from appliance.model.health import Reach, ScannerHealth

_OUT_OF_REACH = {
    Reach.MISSING: (Verdict.BAD, Cause.SCANNER_MISSING),
    Reach.NOT_ALLOWED: (Verdict.BAD, Cause.SCANNER_NOT_ALLOWED),
    Reach.NO_SUPPORT: (Verdict.BAD, Cause.SCANNER_NO_SUPPORT),
    Reach.HELD: (Verdict.UNKNOWN, Cause.SCANNER_HELD),
}


def check(scanners: Sequence[ScannerHealth]) -> tuple[Finding, ...]:
    """A finding for each scanner; without any, nobody can borrow."""
    if not scanners:
        return (Finding(Check.SCANNER, Verdict.BAD, Cause.SCANNER_NOT_NAMED),)
    return tuple(map(_look_at, scanners))


def _look_at(scanner: ScannerHealth) -> Finding:
    side = ("side", scanner.side.value)
    if scanner.reach is not Reach.OPEN:
        return Finding(Check.SCANNER, *_OUT_OF_REACH[scanner.reach], (side,))
    if scanner.differing:
        figures = (side, ("settings", len(scanner.differing)))
        return Finding(Check.SCANNER, Verdict.WATCH, Cause.SCANNER_SETTINGS_DIFFER, figures)
    return Finding(Check.SCANNER, Verdict.GOOD, Cause.SCANNER_READY, (side,))
