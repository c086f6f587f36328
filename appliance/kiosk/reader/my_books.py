"""My books: what a reader has, and renewing it."""

from __future__ import annotations

from appliance.kiosk.context import DeskContext
from appliance.kiosk.refusals import clear, refuse
from appliance.kiosk.turn import Turn
from appliance.lending.checks import refuse_renewal
from appliance.lending.due import due_on, loan_line
from appliance.model import Copy, Loan, LoanId, Reader
from appliance.status import MyBooks

LINES_PER_PAGE = 4


def show(
    context: DeskContext, turn: Turn, reader: Reader, page: int = 0, renewed: Loan | None = None
) -> None:
    loans = context.store.loans.of_reader(reader.id)
    asked = context.store.requests.waiting_of_reader(reader.id)
    pages = max(1, -(-len(loans) // LINES_PER_PAGE))
    page = min(max(page, 0), pages - 1)
    shown = loans[page * LINES_PER_PAGE : (page + 1) * LINES_PER_PAGE]
    lines = (
        loan_line(loan, context.policy.rule(reader.category, loan.copy.kind), context.today) for loan in shown
    )
    turn.scene = MyBooks(reader, tuple(lines), asked.copies if asked else (), page, pages, renewed)


def renew(context: DeskContext, turn: Turn, scene: MyBooks, loan_id: LoanId) -> None:
    """Renew one of the reader's own loans; another's is never touched."""
    loan = next((mine for mine in context.store.loans.of_reader(scene.reader.id) if mine.id == loan_id), None)
    if loan is None:
        return
    clear(turn)
    refusal = refuse_renewal(context.policy, scene.reader, loan, context.today)
    if refusal:
        refuse(turn, refusal)
        return
    until = due_on(context.rule(scene.reader, loan.copy), context.today)
    with context.store.transaction():
        renewed = context.store.loans.renew(loan, context.now, until)
    loans = context.store.loans.of_reader(scene.reader.id)
    place = next(place for place, mine in enumerate(loans) if mine.id == loan_id)
    show(context, turn, scene.reader, place // LINES_PER_PAGE, renewed)


def has(context: DeskContext, scene: MyBooks, copy: Copy) -> LoanId | None:
    """The reader's own loan of this copy: scanning a book he holds means renewing it."""
    loan = context.store.loans.of_copy(copy)
    return loan.id if loan and loan.reader_id == scene.reader.id else None


def turn_page(context: DeskContext, turn: Turn, scene: MyBooks, page: int) -> None:
    show(context, turn, scene.reader, page)
