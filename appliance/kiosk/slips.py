"""Slips at the kiosk: asking for one after a loan, hearing how it went, reading its code back."""

from __future__ import annotations

from dataclasses import replace

from appliance.kiosk.library import Library
from appliance.kiosk.refusals import refuse_for
from appliance.kiosk.turn import PrintSlip, Turn
from appliance.lending.due import loan_line
from appliance.model import Loan, Reader, Reason, RequestId
from appliance.paper.loan_slip import LoanSlipFacts
from appliance.status import Approved, SlipBooks, SlipProgress


def print_loan_slip(
    library: Library, turn: Turn, reader: Reader, loans: tuple[Loan, ...], number: RequestId
) -> None:
    """Ask a worker for the slip of these loans, in the reader's language."""
    facts = LoanSlipFacts(
        number=number,
        language=reader.language,
        site_name=library.names[reader.language],
        reader_number=reader.number,
        avatar=reader.avatar,
        loans=loans,
        printed_on=library.today,
    )
    turn.effects.append(PrintSlip(facts))


def slip_came(turn: Turn, number: int, progress: SlipProgress) -> None:
    """A worker told what became of a slip; it matters only while its loan is on the screen."""
    match turn.scene:
        case Approved(slip_number=shown) as scene if shown == number:
            turn.scene = replace(scene, slip=progress)


def show_slip_books(library: Library, turn: Turn, number: int) -> None:
    """The code of a slip was scanned: what is still out on it, with due dates and no name."""
    if not library.memory.requests.is_known(RequestId(number)):
        refuse_for(turn, Reason.UNKNOWN_CODE)
        return
    loans = library.memory.loans.of_request(RequestId(number))
    if not loans:
        turn.scene = SlipBooks(number, ())
        return
    reader = library.memory.people.reader_by_id(loans[0].reader_id)
    rules = [library.policy.rule(reader.category, loan.copy.kind) for loan in loans]
    lines = (loan_line(loan, rule, library.today) for loan, rule in zip(loans, rules, strict=True))
    turn.scene = SlipBooks(number, tuple(lines))
