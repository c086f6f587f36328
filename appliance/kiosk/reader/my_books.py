"""My books: what a reader has, and renewing it."""

from __future__ import annotations

from appliance.kiosk.context import DeskContext
from appliance.kiosk.refusals import refuse
from appliance.kiosk.turn import Turn
from appliance.lending.rules import loan_line
from appliance.messages import Command, Renew, TurnPage
from appliance.model import Loan, LoanId, Reader
from appliance.model.page import page_of
from appliance.model.speech import Phrase
from appliance.status import MyBooks

LINES_PER_PAGE = 4


def show(
    context: DeskContext, turn: Turn, reader: Reader, page: int = 0, renewed: Loan | None = None
) -> None:
    loans = context.store.loans.of_reader(reader.id)
    asked = context.store.requests.waiting_of_reader(reader.id)
    at = page_of(page, len(loans), LINES_PER_PAGE)
    lines = tuple(loan_line(context.policy, reader, loan, context.today) for loan in loans[at.here])
    turn.go_to(MyBooks(reader, lines, asked.copies if asked else (), at.number, at.pages, renewed))


def touched(context: DeskContext, turn: Turn, scene: MyBooks, command: Command) -> None:
    match command:
        case Renew(loan_id):
            renew(context, turn, scene, loan_id)
        case TurnPage(page):
            show(context, turn, scene.reader, page)
        case _:
            turn.unforeseen = command


def renew(context: DeskContext, turn: Turn, scene: MyBooks, loan_id: LoanId) -> None:
    """Renew one of the reader's own loans; another's is never touched."""
    mine = context.store.loans.of_reader(scene.reader.id)
    loan = next((one for one in mine if one.id == loan_id), None)
    if loan is None:
        return
    answer = context.answer_renewal(scene.reader, loan)
    if answer.refusal is not None:
        refuse(turn, answer.refusal)
        return
    assert answer.due_on is not None, "no objection means a rule"
    with context.store.transaction():
        renewed = context.store.loans.renew(loan, context.now, answer.due_on)
    loans = context.store.loans.of_reader(scene.reader.id)
    place = next(place for place, one in enumerate(loans) if one.id == loan_id)
    show(context, turn, scene.reader, place // LINES_PER_PAGE, renewed)


def phrases(scene: MyBooks) -> tuple[Phrase, ...]:
    return (Phrase.MY_BOOKS if scene.lines or scene.asked else Phrase.MY_BOOKS_NONE,)
