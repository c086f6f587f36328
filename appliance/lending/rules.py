"""What the rules say to one reader of one copy: every objection at once, never only the first.

Everything that shows or does something about a loan asks here; no screen, desk or query decides by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from appliance.lending.availability import is_lent_out
from appliance.lending.due import due_on
from appliance.lending.policy import Policy
from appliance.model import Copy, CopyState, Loan, LoanLine, Objection, Reader, Reason, Refusal, Rule
from appliance.ports import CopyFacts, ReaderFacts


@dataclass(frozen=True, slots=True)
class Answer:
    """The rules' answer about `copy`. With no objection it is lent (or renewed) until `due_on`."""

    copy: Copy
    objections: tuple[Objection, ...]
    due_on: date | None
    """None where no rule lends this kind to this reader; there is an objection then."""
    needs_approval: bool

    @property
    def refusal(self) -> Refusal | None:
        return Refusal(self.objections, self.copy) if self.objections else None


@dataclass(frozen=True, slots=True)
class Places:
    """How many copies a reader may have, and whether there is room for one more."""

    limit: int
    full: bool


def answer_loan(
    policy: Policy, reader: Reader, of_reader: ReaderFacts, copy: Copy, of_copy: CopyFacts, today: date
) -> Answer:
    """May `reader` take `copy` today, with what they have in hand and in the basket?"""
    rule = policy.rule(reader.category, copy.kind)
    objections = _of_reader(reader, of_reader, today)
    if not is_lent_out(copy.kind):
        objections.append(Objection(Reason.READING_ROOM_ONLY))
    elif rule is None:
        objections.append(Objection(Reason.NO_RULE))
    elif of_reader.in_hand + of_reader.in_basket >= rule.limit:
        objections.append(Objection(Reason.LIMIT_REACHED, limit=rule.limit))
    objections += _of_copy(reader, copy, of_copy)
    return _answer(copy, rule, objections, today)


def answer_renewal(policy: Policy, reader: Reader, loan: Loan, today: date) -> Answer:
    """May this loan be renewed today?

    An overdue loan may be renewed while renewals are left: it is the quickest way back to a clean sheet.
    """
    rule = policy.rule(reader.category, loan.copy.kind)
    objections = _block(reader, today)
    if rule is None:
        objections.append(Objection(Reason.NO_RULE))
    else:
        if loan.renewals >= rule.renewals:
            objections.append(Objection(Reason.NO_RENEWAL_LEFT))
        if today + timedelta(days=rule.loan_days) <= loan.due_on:
            objections.append(Objection(Reason.RENEWED_TODAY))
    return _answer(loan.copy, rule, objections, today)


def loan_line(policy: Policy, reader: Reader, loan: Loan, today: date) -> LoanLine:
    """A loan as its reader sees it."""
    may_renew = not answer_renewal(policy, reader, loan, today).objections
    rule = policy.rule(reader.category, loan.copy.kind)
    left = max(0, rule.renewals - loan.renewals) if rule else 0
    return LoanLine(loan, may_renew, left, (loan.due_on - today).days)


def places(policy: Policy, reader: Reader, in_hand: int, in_basket: int) -> Places:
    """What "3 of 5" counts to, all kinds of copies together."""
    limit = policy.most_copies(reader.category)
    return Places(limit, in_hand + in_basket >= limit)


def _answer(copy: Copy, rule: Rule | None, objections: list[Objection], today: date) -> Answer:
    """In the order of `Reason`: the same refusal always reads the same."""
    order = list(Reason)
    in_order = tuple(sorted(objections, key=lambda one: order.index(one.reason)))
    if rule is None:
        return Answer(copy, in_order, None, needs_approval=True)
    return Answer(copy, in_order, due_on(rule, today), rule.needs_approval)


def _block(reader: Reader, today: date) -> list[Objection]:
    until = reader.blocked_until
    return [Objection(Reason.READER_BLOCKED, until)] if until is not None and until >= today else []


def _of_reader(reader: Reader, of_reader: ReaderFacts, today: date) -> list[Objection]:
    objections = _block(reader, today)
    if of_reader.first_due_on is not None and of_reader.first_due_on < today:
        objections.append(Objection(Reason.OVERDUE_LOANS))
    return objections


def _of_copy(reader: Reader, copy: Copy, of_copy: CopyFacts) -> list[Objection]:
    objections = []
    if of_copy.lent_to == reader.id:
        objections.append(Objection(Reason.ALREADY_YOURS))
    elif of_copy.lent_to is not None:
        objections.append(Objection(Reason.ON_LOAN, of_copy.due_on))
    if of_copy.asked_by is not None and of_copy.asked_by != reader.id:
        objections.append(Objection(Reason.ASKED_BY_ANOTHER))
    if copy.state is CopyState.WITHDRAWN:
        objections.append(Objection(Reason.COPY_WITHDRAWN))
    return objections
