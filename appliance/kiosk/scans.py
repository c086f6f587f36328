"""What a scan means depends on what was scanned first, and on the scene second (`kiosk.scenes`)."""

from __future__ import annotations

from appliance.kiosk import forged
from appliance.kiosk.context import DeskContext
from appliance.kiosk.reader import search
from appliance.kiosk.refusals import clear, refuse_for
from appliance.kiosk.scenes import here
from appliance.kiosk.staff import reissue, set_date, sign_in
from appliance.kiosk.turn import Turn
from appliance.model import Reason, Side
from appliance.paper.codes import SlipScan
from appliance.people.cards import CardKind, CardScan
from appliance.scanning.grammar import BookScan, Fault, Scan, Unusable, read_scan
from appliance.status import GuardSignIn

_REASONS = {
    Fault.FOREIGN: Reason.UNKNOWN_CODE,
    Fault.TRADE: Reason.TRADE_CODE,
    Fault.GLUED: Reason.TWO_CODES_AT_ONCE,
    Fault.MISREAD: Reason.UNREADABLE_SCAN,
}


def scanned(context: DeskContext, turn: Turn, code: str, side: Side = Side.READER) -> None:
    """A card starts that reader's turn and a badge the guard's, on any scene; the rest depends on it.

    A refusal that is shown is old by now, so the scan means what it means on the scene below it. From the
    guard's side nothing but a badge reaches into a reader's turn.
    """
    clear(turn)
    scan = read_scan(code)
    if side is Side.GUARD and here(turn.scene).row.is_readers and not _is_badge(scan):
        refuse_for(turn, Reason.OTHER_SIDE)
        return
    if isinstance(scan, CardScan | SlipScan) and forged.is_paused(context, turn, side):
        return
    match scan:
        case CardScan():
            _card(context, turn, scan, side)
        case SlipScan():
            _slip(context, turn, scan, side)
        case BookScan():
            _maybe_book(context, turn, scan)
        case Unusable(fault):
            _refuse_scan(turn, _REASONS[fault])


def scan_failed(turn: Turn) -> None:
    """The scanner sent something that is no code at all; what is on the screen stays."""
    clear(turn)
    _refuse_scan(turn, Reason.UNREADABLE_SCAN)


def _is_badge(scan: Scan) -> bool:
    return isinstance(scan, CardScan) and scan.kind is CardKind.STAFF


def _refuse_scan(turn: Turn, reason: Reason) -> None:
    if here(turn.scene).row.expects_scans:
        refuse_for(turn, reason)


def _card(context: DeskContext, turn: Turn, card: CardScan, side: Side) -> None:
    if card.kind is CardKind.STAFF:
        _badge(context, turn, card, side)
        return
    known = context.store.people.reader(card.number)
    if known is None or not card.is_genuine(context.card_key, known[1]):
        refuse_for(turn, Reason.UNKNOWN_CARD)
        _note_if_forged(context, turn, card, known[1] if known else 1, side)
        return
    here(turn.scene).card(context, turn, known[0])


def _badge(context: DeskContext, turn: Turn, card: CardScan, side: Side) -> None:
    known = context.store.people.staff(card.number)
    if known is None or not card.is_genuine(context.card_key, known[1]):
        _unknown_badge(turn)
        _note_if_forged(context, turn, card, known[1] if known else 1, side)
    elif not set_date.is_same_badge(turn, known[0]) and not reissue.is_refused(turn, known[0]):
        here(turn.scene).badge(context, turn, known[0])


def _note_if_forged(context: DeskContext, turn: Turn, card: CardScan, issue: int, side: Side) -> None:
    if not forged.is_replaced(context.card_key, card, issue):
        forged.note(context, turn, side, card)


def _unknown_badge(turn: Turn) -> None:
    """What is on the screen stays, but for a PIN that was being typed."""
    if isinstance(turn.scene, GuardSignIn):
        sign_in.turn_away(turn)
    else:
        refuse_for(turn, Reason.UNKNOWN_CARD)


def _slip(context: DeskContext, turn: Turn, slip: SlipScan, side: Side) -> None:
    """One of the old form is ours if it can be of that time; it shows no titles, as any other."""
    is_old = slip.tag is None and context.store.slips.may_lack_key(slip.request_id)
    if not is_old and not slip.is_genuine(context.card_key):
        _refuse_scan(turn, Reason.UNKNOWN_CODE)
        forged.note(context, turn, side, slip)
        return
    here(turn.scene).slip(context, turn, slip)


def _maybe_book(context: DeskContext, turn: Turn, scan: BookScan) -> None:
    """The library's own barcode, or else the publisher's ISBN where it can mean only one thing."""
    titles = context.store.titles
    copy = next(filter(None, map(titles.copy, scan.barcodes)), None)
    if copy:
        here(turn.scene).book(context, turn, copy)
        return
    copies = titles.copies_by_isbn(scan.isbn) if scan.isbn else ()
    if len(copies) == 1:
        here(turn.scene).isbn(context, turn, copies[0])
    elif copies and here(turn.scene).row.is_anybodys:
        search.show_titles_of(context, turn, scan.isbn or "", copies)
    else:
        _refuse_scan(turn, Reason.LIBRARY_LABEL_NEEDED if copies else _why_not(context, scan))


def _why_not(context: DeskContext, scan: BookScan) -> Reason:
    """Two books' labels that came as one are told apart from a code that nobody knows."""
    text = scan.barcodes[0]
    known = context.store.titles.copy
    cuts = range(1, len(text))
    if scan.fault is Fault.FOREIGN and any(known(text[:cut]) and known(text[cut:]) for cut in cuts):
        return Reason.TWO_CODES_AT_ONCE
    return _REASONS[scan.fault]
