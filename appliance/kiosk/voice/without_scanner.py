"""No phrase asks for a scan that nothing would read: the voice says what the picture shows, a pulled plug."""

from __future__ import annotations

from collections.abc import Mapping

from appliance.kiosk.voice.phrases import Phrases
from appliance.model import Devices, ScannerState, Side
from appliance.model.claims import AsksForScan, Claim, OffersScans
from appliance.model.speech import Phrase

_INSTEAD: Mapping[Phrase, Phrase] = {
    Phrase.HOME: Phrase.HOME_SEARCH,
    Phrase.BASKET: Phrase.BASKET_READY,
    Phrase.AWAITING_APPROVAL: Phrase.AWAITING_GUARD,
    Phrase.SEARCHING: Phrase.SEARCHING_BY_TYPING,
    Phrase.MY_BOOKS_NONE: Phrase.NO_BOOKS,
    Phrase.GUARD_DESK_EMPTY: Phrase.NO_REQUESTS,
}
"""What of a phrase is true without a scanner; of the others nothing is left but that it is lost."""


def without_lost_scanners(phrases: Phrases, devices: Devices) -> Phrases:
    """The same where all that is asked for can be scanned."""
    if ScannerState.LOST not in (devices.scanner, devices.guard_scanner):
        return phrases
    lost = [phrase for phrase in phrases if not all(_holds(claim, devices) for claim in phrase.claims)]
    if not lost:
        return phrases
    left = (_INSTEAD.get(phrase) if phrase in lost else phrase for phrase in phrases)
    return (*filter(None, left), Phrase.SCANNER_LOST)


def _holds(claim: Claim, devices: Devices) -> bool:
    match claim:
        case AsksForScan(side=side):
            return _reads(side, devices)
        case OffersScans():
            return _reads(Side.READER, devices)
    return True


def _reads(side: Side | None, devices: Devices) -> bool:
    """At the given side, or at any."""
    scanners = {Side.READER: devices.scanner, Side.GUARD: devices.guard_scanner}
    asked = scanners.values() if side is None else (scanners[side],)
    return any(state is not ScannerState.LOST for state in asked)
