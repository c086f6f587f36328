"""Whether a phrase says what is so: its claims against a status. Buttons are looked for on real screens."""

from __future__ import annotations

from appliance.kiosk.scenes import here
from appliance.kiosk.table.row import nothing
from appliance.model import ScannerState, Side
from appliance.model.claims import (
    AsksForPin,
    AsksForScan,
    Claim,
    NamesButton,
    OffersScans,
    TellsOfScanner,
    TellsOfSlip,
    Thing,
)
from appliance.model.speech import Phrase
from appliance.status import Approved, GuardSignIn, SignInTrouble, Status

_CLOSED = (SignInTrouble.LOCKED, SignInTrouble.REVOKED, SignInTrouble.UNKNOWN_BADGE)


def untrue(phrases: tuple[Phrase, ...], status: Status) -> list[tuple[Phrase, Claim]]:
    """What the phrases claim and the status does not show."""
    return [(phrase, claim) for phrase in phrases for claim in phrase.claims if not _holds(claim, status)]


def _holds(claim: Claim, status: Status) -> bool:
    scene = status.scene
    match claim:
        case AsksForScan(thing, side):
            return _means_something(thing, status) and (
                _is_there(side, status) if side else any(_is_there(each, status) for each in Side)
            )
        case OffersScans():
            return _is_there(Side.READER, status)
        case AsksForPin():
            return isinstance(scene, GuardSignIn) and not scene.checking and scene.trouble not in _CLOSED
        case TellsOfSlip(told):
            return isinstance(scene, Approved) and scene.slip.value == told.value
        case TellsOfScanner(side, lost):
            return _is_there(side, status) is not lost
        case NamesButton():
            return True


def _means_something(thing: Thing, status: Status) -> bool:
    row = here(status.scene).row
    cells = {Thing.CARD: row.card, Thing.BADGE: row.badge, Thing.BOOK: row.book}
    return cells[thing] is not nothing


def _is_there(side: Side, status: Status) -> bool:
    devices = status.devices
    state = devices.scanner if side is Side.READER else devices.guard_scanner
    return state is ScannerState.READY
