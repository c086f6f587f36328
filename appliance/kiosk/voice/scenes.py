"""What a screen says aloud, as phrases: where one is and what to do, or why not and what to do."""

from __future__ import annotations

from typing import assert_never

from appliance.model import Devices, PrinterState, Reason, Refusal, ScannerState
from appliance.model.speech import Phrase
from appliance.status import (
    Approved,
    Attract,
    AwaitingApproval,
    Basket,
    Bench,
    BenchCode,
    Declined,
    GuardDesk,
    GuardSignIn,
    Home,
    Identify,
    MyBooks,
    OutOfService,
    Refused,
    Returning,
    ScanTrial,
    Scene,
    Searching,
    SettingDate,
    SignInTrouble,
    SlipBooks,
    SlipProgress,
    SlipTrial,
    SoundTrial,
    TitlePage,
    TouchTrial,
)

Phrases = tuple[Phrase, ...]

_SIGN_IN = {
    None: Phrase.GUARD_SIGN_IN,
    SignInTrouble.WRONG_PIN: Phrase.WRONG_PIN,
    SignInTrouble.LOCKED: Phrase.BADGE_LOCKED,
    SignInTrouble.REVOKED: Phrase.BADGE_REVOKED,
    SignInTrouble.UNKNOWN_BADGE: Phrase.UNKNOWN_BADGE,
}
_PRINTER = {
    PrinterState.PAPER_LOW: Phrase.PAPER_LOW,
    PrinterState.NO_PAPER: Phrase.NO_PAPER,
    PrinterState.COVER_OPEN: Phrase.COVER_OPEN,
    PrinterState.OFFLINE: Phrase.PRINTER_TROUBLE,
    PrinterState.FAULT: Phrase.PRINTER_TROUBLE,
}


def refusal_of(scene: Scene) -> Refusal | None:
    """The refusal a scene shows, wherever it shows it."""
    match scene:
        case Basket() | Returning() | MyBooks() | GuardDesk() | Refused():
            return scene.refusal
    return None


def of_reason(reason: Reason) -> Phrase:
    """A reason and its phrase bear one name."""
    return Phrase(reason.value)


def of_scene(scene: Scene) -> Phrases:  # noqa: PLR0912 - one branch a scene is the point
    """What this screen says; a refusal on it before all, with every reason it has. Never empty."""
    refusal = refusal_of(scene)
    if refusal is not None and refusal.reasons:
        return tuple(map(of_reason, refusal.reasons))
    match scene:
        case Attract():
            return (Phrase.ATTRACT,)
        case Home() | Refused():
            return (Phrase.HOME,)
        case Identify(held=held):
            return (Phrase.IDENTIFY_HELD if held else Phrase.IDENTIFY,)
        case Basket():
            return (_of_basket(scene),)
        case AwaitingApproval():
            return (Phrase.AWAITING_APPROVAL,)
        case Approved(slip=slip):
            return (Phrase.APPROVED, *of_slip(slip))
        case Declined():
            return (Phrase.DECLINED,)
        case Returning():
            return (Phrase.RETURNING,)
        case Searching(hits=hits):
            return (Phrase.SEARCHING if hits else Phrase.NOTHING_FOUND,)
        case TitlePage(scanned=scanned):
            return (Phrase.TITLE_PAGE_SCANNED if scanned else Phrase.TITLE_PAGE,)
        case MyBooks(lines=lines, asked=asked):
            return (Phrase.MY_BOOKS if lines or asked else Phrase.MY_BOOKS_NONE,)
        case SlipBooks(lines=lines):
            return (Phrase.SLIP_BOOKS if lines else Phrase.SLIP_BOOKS_NONE,)
        case GuardSignIn(trouble=trouble):
            return (_SIGN_IN[trouble],)
        case GuardDesk(whereabouts=whereabouts) if whereabouts is not None:
            return (Phrase.WHEREABOUTS,)
        case GuardDesk(requests=requests):
            return (Phrase.GUARD_DESK if requests else Phrase.GUARD_DESK_EMPTY,)
        case Bench() | BenchCode() | ScanTrial() | SlipTrial() | TouchTrial() | SoundTrial():
            return (Phrase.BENCH,)
        case SettingDate():
            return ()  # two members of staff read it to each other
        case OutOfService():
            return (Phrase.OUT_OF_SERVICE,)
    assert_never(scene)


def of_slip(slip: SlipProgress) -> Phrases:
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


def of_devices(devices: Devices) -> Phrases:
    """Every device in trouble now."""
    lost = ScannerState.LOST
    scanner = (Phrase.SCANNER_LOST,) if devices.scanner is lost else ()
    guards = (Phrase.GUARD_SCANNER_LOST,) if devices.guard_scanner is lost else ()
    printer = (_PRINTER[devices.printer],) if devices.printer in _PRINTER else ()
    return (*scanner, *guards, *printer)


def _of_basket(basket: Basket) -> Phrase:
    if not basket.lines:
        return Phrase.BASKET_EMPTY
    full = basket.on_loan + len(basket.lines) >= basket.limit
    return Phrase.BASKET_FULL if full else Phrase.BASKET
