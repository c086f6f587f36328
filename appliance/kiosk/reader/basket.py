"""The reader's desk: the card, the basket, the request."""

from __future__ import annotations

from dataclasses import replace

from appliance.kiosk.context import DeskContext
from appliance.kiosk.reader import loans, my_books, requests
from appliance.kiosk.refusals import refuse
from appliance.kiosk.turn import Turn
from appliance.lending.rules import objections_to, places
from appliance.messages import AskForLoan, Command, TakeBackRequest, TakeOut
from appliance.model import Copy, CopyId, Reader, Refusal, Request, RequestLine, RequestState
from appliance.model.speech import Phrase
from appliance.ports import ReaderFacts
from appliance.status import (
    Approved,
    AwaitingApproval,
    Basket,
    BasketLine,
    Declined,
    Identify,
    MyBooks,
    Purpose,
    RequestNews,
)


def begin(context: DeskContext, turn: Turn, _scene: object, reader: Reader) -> None:
    """A card where another stood: that reader's turn begins."""
    turn.end()
    welcome(context, turn, reader)


def begin_here(context: DeskContext, turn: Turn, _scene: object, reader: Reader) -> None:
    """A card where nobody in particular stood: whoever touched a language here is this reader."""
    turn.end_for_who_stands_here()
    welcome(context, turn, reader)


def begin_after_decision(
    context: DeskContext, turn: Turn, scene: Approved | Declined, reader: Reader
) -> None:
    """The same card again is the same reader, who goes on in the language they touched."""
    there = scene.request.reader if isinstance(scene, Declined) else scene.reader
    (begin_here if there.id == reader.id else begin)(context, turn, scene, reader)


def begin_unless_same(
    context: DeskContext, turn: Turn, scene: Basket | MyBooks | AwaitingApproval, reader: Reader
) -> None:
    """The same card again changes nothing."""
    there = scene.request.reader if isinstance(scene, AwaitingApproval) else scene.reader
    if there.id != reader.id:
        begin(context, turn, scene, reader)


def identified(context: DeskContext, turn: Turn, scene: Identify, reader: Reader) -> None:
    """The card that was waited for."""
    welcome(context, turn, reader, scene.held, scene.purpose)


def show_own_books(context: DeskContext, turn: Turn, reader: Reader) -> None:
    """The reader is known, and wants to see what they have."""
    welcome(context, turn, reader, purpose=Purpose.MY_BOOKS)


def welcome(
    context: DeskContext,
    turn: Turn,
    reader: Reader,
    held: Copy | None = None,
    purpose: Purpose = Purpose.BORROW,
) -> None:
    """The reader is known. What became of a request comes first, then one that waits: nobody asks twice."""
    waiting, news = _greet(context, turn, reader)
    if news:
        turn.go_to(RequestNews(reader, news, purpose, held))
    elif purpose is Purpose.MY_BOOKS:
        my_books.show(context, turn, reader)
    elif waiting:
        turn.go_to(AwaitingApproval(waiting))
    else:
        _begin_basket(context, turn, reader, held)


def _begin_basket(context: DeskContext, turn: Turn, reader: Reader, held: Copy | None) -> None:
    """A block or a late book is told at the card, not when the first book was fetched in vain."""
    of_reader = context.store.loans.facts_of_reader(reader)
    basket = empty_basket(context, reader, of_reader)
    turn.go_to(basket)
    if held:
        add(context, turn, basket, held)
        return
    objections = objections_to(reader, of_reader, context.today)
    if objections:
        refuse(turn, Refusal(tuple(objections)))


def _greet(
    context: DeskContext, turn: Turn, reader: Reader
) -> tuple[Request | None, tuple[RequestLine, ...]]:
    """The screen speaks their language; the request of theirs that waits, and what became of others."""
    turn.speaks_to(reader.language)
    found = context.store.requests.of_reader(reader.id)
    turn.request_here, turn.left = found.waiting.id if found.waiting else None, None
    turn.cooling = requests.cooling(found.news, context.today)
    untold = tuple(line for one in found.news if one.untold for line in one.lines)
    requests.forget_old(context, found.news)
    return found.waiting, untold


def empty_basket(context: DeskContext, reader: Reader, of_reader: ReaderFacts) -> Basket:
    on_loan = len(of_reader.in_hand)
    room = places(context.policy, reader, on_loan, 0)
    return Basket(reader, (), on_loan, room.limit, needs_approval=False, full=room.full)


def add(context: DeskContext, turn: Turn, basket: Basket, copy: Copy) -> None:
    """A book scanned at the basket. The same book twice is one line; a refusal leaves the basket as it is."""
    if any(line.copy.id == copy.id for line in basket.lines):
        return
    answer = context.answer_loan(basket.reader, copy, tuple(line.copy for line in basket.lines), turn.cooling)
    if answer.refusal is not None:
        refuse(turn, answer.refusal)
        return
    assert answer.due_on is not None, "no objection means a rule"
    line = BasketLine(copy, answer.due_on, answer.needs_approval)
    turn.show(_with_lines(context, basket, (*basket.lines, line)))


def add_to_new(context: DeskContext, turn: Turn, scene: Approved, copy: Copy) -> None:
    """A book scanned after the loan: a new basket of the same reader; one just lent is still lent."""
    if any(loan.copy.id == copy.id for loan in scene.loans):
        return
    welcome(context, turn, scene.reader, copy)


def renew_or_borrow(context: DeskContext, turn: Turn, scene: MyBooks, copy: Copy) -> None:
    """At their own books: one that the reader has is renewed, once, and any other they want to borrow."""
    if scene.renewed is not None and scene.renewed.copy.id == copy.id:
        return
    loan = context.store.loans.of_copy(copy)
    if loan is not None and loan.reader_id == scene.reader.id and loan.brought_at is None:
        my_books.renew(context, turn, scene, loan.id)
    else:
        welcome(context, turn, scene.reader, copy)


def keep_for_card(_context: DeskContext, turn: Turn, scene: Identify, copy: Copy) -> None:
    """A book before the card goes into the basket when the card comes."""
    turn.show(replace(scene, purpose=Purpose.BORROW, held=copy))


def touched(context: DeskContext, turn: Turn, scene: Basket, command: Command) -> None:
    match command:
        case TakeOut(copy_id):
            _take_out(context, turn, scene, copy_id)
        case AskForLoan(seen):
            _ask_for_loan(context, turn, scene, seen)
        case _:
            turn.unforeseen = command


def touched_while_waiting(
    context: DeskContext, turn: Turn, scene: AwaitingApproval, command: Command
) -> None:
    match command:
        case TakeBackRequest():
            _take_back(context, turn, scene)
        case _:
            turn.unforeseen = command


def keep_dates_true(context: DeskContext, turn: Turn) -> None:
    """A basket that is open at midnight shows the dates of the new day."""
    match turn.scene:
        case Basket(reader=reader, lines=lines) as basket if lines:
            fresh = tuple(replace(line, due_on=context.due_on(reader, line.copy)) for line in lines)
            turn.show(replace(basket, lines=fresh))


def phrases(scene: Basket) -> tuple[Phrase, ...]:
    if not scene.lines:
        return (Phrase.BASKET_EMPTY,)
    return (Phrase.BASKET_FULL if scene.full else Phrase.BASKET,)


def phrases_of_identify(scene: Identify) -> tuple[Phrase, ...]:
    return (Phrase.IDENTIFY_HELD if scene.held else Phrase.IDENTIFY,)


def _take_out(context: DeskContext, turn: Turn, basket: Basket, copy_id: CopyId) -> None:
    lines = tuple(line for line in basket.lines if line.copy.id != copy_id)
    turn.show(_with_lines(context, basket, lines))


def _with_lines(context: DeskContext, basket: Basket, lines: tuple[BasketLine, ...]) -> Basket:
    """One copy that needs approval makes the whole basket wait for it."""
    room = places(context.policy, basket.reader, basket.on_loan, len(lines))
    waits = any(line.needs_approval for line in lines)
    return replace(basket, lines=lines, needs_approval=waits, full=room.full)


def _ask_for_loan(context: DeskContext, turn: Turn, basket: Basket, seen: tuple[CopyId, ...]) -> None:
    """The basket is complete: lend at once where the policy lets it, else ask the guard.

    Not when a book was scanned while the touch was on its way: nobody has seen it in the basket yet.
    """
    copies = tuple(line.copy for line in basket.lines)
    if not copies or (seen and seen != tuple(copy.id for copy in copies)):
        return
    if not basket.needs_approval:
        outcome = loans.lend_now(context, turn, basket.reader, copies)
        if isinstance(outcome, Refusal):
            refuse(turn, outcome)
        else:
            turn.go_to(outcome)
        return
    request_id = loans.ask(context, basket.reader, copies)
    turn.request_here = request_id
    request = context.store.requests.waiting(request_id)
    if request:
        turn.go_to(AwaitingApproval(request))


def _take_back(context: DeskContext, turn: Turn, scene: AwaitingApproval) -> None:
    """The reader changes their mind, and is back at an empty basket."""
    reader = scene.request.reader
    requests.close(context, scene.request, RequestState.TAKEN_BACK)
    turn.request_here = None
    turn.cooling = requests.cooling(context.store.requests.of_reader(reader.id).news, context.today)
    _begin_basket(context, turn, reader, None)
