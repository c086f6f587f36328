"""What a scan means depends on what was scanned first, and on the screen second."""

from __future__ import annotations

from dataclasses import replace

from appliance.kiosk.context import DeskContext
from appliance.kiosk.reader import basket, my_books, returns, search, slip_books
from appliance.kiosk.refusals import clear, refuse_for
from appliance.kiosk.staff import guard_desk, set_date, sign_in
from appliance.kiosk.technician.bench import bench_of
from appliance.kiosk.turn import Turn
from appliance.model import Copy, Reason, Side
from appliance.people.cards import CardKind, CardScan
from appliance.scanning.grammar import BookScan, Fault, Scan, SlipScan, Unusable, read_scan
from appliance.status import (
    Approved,
    Attract,
    AwaitingApproval,
    Basket,
    BenchScene,
    Declined,
    GuardDesk,
    GuardSignIn,
    Home,
    Identify,
    MyBooks,
    OutOfService,
    Purpose,
    Refused,
    Returning,
    Scene,
    Searching,
    SettingDate,
    SlipBooks,
    TitlePage,
)

_REASONS = {
    Fault.FOREIGN: Reason.UNKNOWN_CODE,
    Fault.TRADE: Reason.TRADE_CODE,
    Fault.GLUED: Reason.TWO_CODES_AT_ONCE,
    Fault.MISREAD: Reason.UNREADABLE_SCAN,
}


def scanned(context: DeskContext, turn: Turn, code: str, side: Side = Side.READER) -> None:
    """A card starts that reader's turn and a badge the guard's, on any screen; the rest depends on it.

    A refusal that is shown is old by now, so the scan means what it means on the screen below it. From the
    guard's side nothing but a badge reaches into a reader's turn.
    """
    clear(turn)
    scan = read_scan(code)
    if side is Side.GUARD and _is_a_readers(turn.scene) and not _is_badge(scan):
        refuse_for(turn, Reason.OTHER_SIDE)
        return
    if isinstance(turn.scene, BenchScene) and not isinstance(scan, CardScan):
        return  # a technician lends nothing
    match scan:
        case CardScan():
            _card(context, turn, scan)
        case SlipScan(number):
            _slip(context, turn, number)
        case BookScan():
            _maybe_book(context, turn, scan)
        case Unusable(fault):
            _refuse_scan(turn, _REASONS[fault])


def scan_failed(turn: Turn) -> None:
    """The scanner sent something that is no code at all; it costs nobody what is on the screen."""
    clear(turn)
    _refuse_scan(turn, Reason.UNREADABLE_SCAN)


def _is_a_readers(scene: Scene) -> bool:
    return isinstance(scene, Basket | MyBooks | Identify | AwaitingApproval | Approved)


def _is_badge(scan: Scan) -> bool:
    return isinstance(scan, CardScan) and scan.kind is CardKind.STAFF


def _refuse_scan(turn: Turn, reason: Reason) -> None:
    """Where the request is sent, or a PIN is being typed, no scan is expected and none is refused."""
    if not isinstance(turn.scene, GuardSignIn | AwaitingApproval | OutOfService | BenchScene | SettingDate):
        refuse_for(turn, reason)


def _card(context: DeskContext, turn: Turn, card: CardScan) -> None:
    if card.kind is CardKind.STAFF:
        _badge(context, turn, card)
        return
    known = context.store.people.reader(card.number)
    if known is None or not card.is_genuine(context.card_key, known[1]):
        refuse_for(turn, Reason.UNKNOWN_CARD)
        return
    reader = known[0]
    match turn.scene:
        case Basket(reader=there) | MyBooks(reader=there) if there.id == reader.id:
            return  # the same card again
        case AwaitingApproval(request=request) if request.reader.id == reader.id:
            return
        case Identify(purpose=purpose, held=held):
            basket.welcome(context, turn, reader, purpose, held)
        case _:
            turn.end()
            basket.welcome(context, turn, reader, Purpose.BORROW, None)


def _badge(context: DeskContext, turn: Turn, card: CardScan) -> None:
    known = context.store.people.staff(card.number)
    if known is None or not card.is_genuine(context.card_key, known[1]):
        _unknown_badge(turn)
        return
    staff = known[0]
    bench = bench_of(turn.scene)
    if set_date.is_same_badge(turn, staff):
        return
    match turn.scene:
        case _ if bench is not None and bench.staff.id == staff.id:
            turn.end()
        case GuardDesk(staff=there) if there.id == staff.id:
            turn.end()  # the badge again signs out
        case GuardSignIn(staff=there) if there is not None and there.id == staff.id:
            return
        case AwaitingApproval() | GuardSignIn() | SettingDate(staff=None):
            sign_in.ask_for_pin(context, turn, staff)  # the request at this kiosk stays in mind
        case _:
            turn.end()
            sign_in.ask_for_pin(context, turn, staff)


def _unknown_badge(turn: Turn) -> None:
    """It costs nobody what is on the screen."""
    if isinstance(turn.scene, GuardSignIn):
        sign_in.turn_away(turn)
    else:
        refuse_for(turn, Reason.UNKNOWN_CARD)


def _slip(context: DeskContext, turn: Turn, number: int) -> None:
    match turn.scene:
        case (
            Attract() | Home() | Searching() | TitlePage() | SlipBooks() | Refused() | Declined() | Approved()
        ):
            turn.end()
            slip_books.show_slip_books(context, turn, number)
        case Basket() | Returning() | MyBooks() | Identify() | GuardDesk():
            refuse_for(turn, Reason.THIS_IS_A_SLIP)
        case AwaitingApproval() | GuardSignIn() | OutOfService() | SettingDate():
            return


def _book(context: DeskContext, turn: Turn, copy: Copy) -> None:
    match turn.scene:
        case Attract() | Home() | Searching() | TitlePage() | SlipBooks() | Declined() | Refused():
            search.show_copy(context, turn, copy)
        case Identify() as scene:
            turn.scene = replace(scene, purpose=Purpose.BORROW, held=copy)
        case Basket():
            basket.add(context, turn, copy)
        case Returning():
            returns.take_back(context, turn, copy)
        case MyBooks() as scene:
            _book_at_my_books(context, turn, scene, copy)
        case Approved(reader=reader):
            basket.welcome(context, turn, reader, Purpose.BORROW, copy)
        case GuardDesk() as scene:
            guard_desk.locate(context, turn, scene, copy)
        case AwaitingApproval() | GuardSignIn() | OutOfService() | SettingDate():
            return  # the request is sent, or a PIN is being typed: nothing to add to


def _book_at_my_books(context: DeskContext, turn: Turn, scene: MyBooks, copy: Copy) -> None:
    """A book he holds is renewed; any other he wants to borrow."""
    loan_id = my_books.has(context, scene, copy)
    if loan_id is not None:
        my_books.renew(context, turn, scene, loan_id)
    else:
        basket.welcome(context, turn, scene.reader, Purpose.BORROW, copy)


def _maybe_book(context: DeskContext, turn: Turn, scan: BookScan) -> None:
    """The library's own barcode, or else the publisher's ISBN where it can mean only one thing."""
    titles = context.store.titles
    copy = next(filter(None, map(titles.copy, scan.barcodes)), None)
    if copy:
        _book(context, turn, copy)
        return
    copies = titles.copies_by_isbn(scan.isbn) if scan.isbn else ()
    if len(copies) == 1:
        _book(context, turn, copies[0])
    elif copies and isinstance(turn.scene, Attract | Home | Searching | TitlePage | SlipBooks | Declined):
        search.show_copy(context, turn, copies[0], in_hand=False)
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
