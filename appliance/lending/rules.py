"""What the rules say to one reader of one copy: every objection at once, never only the first.

Everything that shows or does something about a loan asks here; no screen, desk or query decides by itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from appliance.lending.availability import is_lent_out
from appliance.lending.due import due_on
from appliance.lending.policy import Policy
from appliance.model import Copy, CopyState, Loan, LoanLine, Objection, Reader, Reason, Refusal, Rule
from appliance.ports import CopyFacts, ReaderFacts, Stay


@dataclass(frozen=True, slots=True)
class Answer:
    """The rules' answer about `copy`. With no objection it is lent (or renewed) until `due_on`."""

    copy: Copy
    objections: tuple[Objection, ...]
    due_on: date | None
    """None where no rule lends this kind to this reader; there is an objection then."""
    needs_approval: bool
    renewals: int = 0
    """What the loan begins with: more than none where the copy never left the reader for long."""
    ends_earlier: bool = False
    """What is left of the copy's earlier loan is over with this one."""

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
    objections = objections_to(reader, of_reader, today)
    if not is_lent_out(copy.kind):
        objections.append(Objection(Reason.READING_ROOM_ONLY))
    elif rule is None:
        objections.append(Objection(Reason.NO_RULE))
    else:
        objections += _of_limit(policy, reader, rule, of_reader, copy)
    objections += _of_copy(reader, copy, of_copy)
    objections += _of_title(rule, of_reader, copy, today)
    goes_on = _had_until_now(reader, of_copy, today)
    if goes_on is not None and rule is not None and goes_on.renewals >= rule.renewals:
        objections.append(Objection(Reason.JUST_RETURNED, goes_on.rests_until))
    answer = _answer(copy, rule, objections, today)
    if goes_on is None and not of_copy.brought and of_copy.stay is None:
        return answer
    return replace(answer, renewals=goes_on.renewals + 1 if goes_on else 0, ends_earlier=True)


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
        opens_on = renewal_opens_on(policy, rule, loan)
        if due_on(rule, today) <= loan.due_on:
            objections.append(Objection(Reason.RENEWED_TODAY))
        elif today < opens_on:
            objections.append(Objection(Reason.TOO_EARLY, opens_on))
    if loan.brought_at is not None:
        objections.append(Objection(Reason.BROUGHT_BACK))
    if loan.copy.state is CopyState.WITHDRAWN:
        objections.append(Objection(Reason.COPY_WITHDRAWN))
    return _answer(loan.copy, rule, objections, today)


def loan_line(policy: Policy, reader: Reader, loan: Loan, today: date) -> LoanLine:
    """A loan as its reader sees it."""
    answer = answer_renewal(policy, reader, loan, today)
    rule = policy.rule(reader.category, loan.copy.kind)
    left = max(0, rule.renewals - loan.renewals) if rule else 0
    gained = (answer.due_on - loan.due_on).days if answer.due_on and not answer.objections else 0
    opens_on = renewal_opens_on(policy, rule, loan) if rule and left and loan.brought_at is None else today
    return LoanLine(
        loan,
        not answer.objections,
        left,
        (loan.due_on - today).days,
        gained,
        opens_on if opens_on > today else None,
    )


def renewal_opens_on(policy: Policy, rule: Rule, loan: Loan) -> date:
    """The first day on which a renewal counts: near the due date, and never in the first half of the days."""
    return loan.due_on - timedelta(days=min(policy.renew_days_before, rule.loan_days // 2))


def places(policy: Policy, reader: Reader, in_hand: int, in_basket: int) -> Places:
    """What "3 of 5" counts to, all kinds of copies together."""
    limit = policy.most_copies(reader.category)
    return Places(limit, in_hand + in_basket >= limit)


def _answer(copy: Copy, rule: Rule | None, objections: list[Objection], today: date) -> Answer:
    """In the order of `Reason`: the same refusal always reads the same."""
    in_order: tuple[Objection, ...] = ()
    if objections:
        order = list(Reason)
        in_order = tuple(sorted(objections, key=lambda one: order.index(one.reason)))
    if rule is None:
        return Answer(copy, in_order, None, needs_approval=True)
    return Answer(copy, in_order, due_on(rule, today), rule.needs_approval)


def _block(reader: Reader, today: date) -> list[Objection]:
    until = reader.blocked_until
    return [Objection(Reason.READER_BLOCKED, until)] if until is not None and until >= today else []


def objections_to(reader: Reader, of_reader: ReaderFacts, today: date) -> list[Objection]:
    """What stands against lending this reader anything at all: told at the card, before any book."""
    objections = _block(reader, today)
    if any(held.due_on < today and not held.brought for held in of_reader.in_hand):
        objections.append(Objection(Reason.OVERDUE_LOANS))
    return objections


def _of_limit(
    policy: Policy, reader: Reader, rule: Rule, of_reader: ReaderFacts, copy: Copy
) -> list[Objection]:
    """A rule's limit counts copies of its own kind, the widest rule's counts all: the order never matters.

    A copy that the reader brought back and takes again is counted once.
    """
    in_hand = [held for held in of_reader.in_hand if not (held.brought and held.copy_id == copy.id)]
    kinds = [held.kind for held in in_hand] + [other.kind for other in of_reader.in_basket]
    if len(kinds) < rule.limit:
        return []
    most = policy.most_copies(reader.category)
    if kinds.count(copy.kind) < rule.limit and len(kinds) < most:
        return []
    reached = rule.limit if kinds.count(copy.kind) >= rule.limit else most
    objections = [Objection(Reason.LIMIT_REACHED, limit=reached)]
    if any(held.brought for held in in_hand):
        objections.append(Objection(Reason.BROUGHT_BACK))
    return objections


def _of_title(rule: Rule | None, of_reader: ReaderFacts, copy: Copy, today: date) -> list[Objection]:
    """One copy of a title each; and a title that was asked for in vain is there for others for some days."""
    objections = []
    title_id = copy.title.id
    has_it = any(
        held.title_id == title_id and held.copy_id != copy.id and not held.brought
        for held in of_reader.in_hand
    )
    if has_it or any(other.title.id == title_id and other.id != copy.id for other in of_reader.in_basket):
        objections.append(Objection(Reason.SAME_TITLE))
    until = of_reader.cooling.get(title_id)
    if rule is not None and rule.needs_approval and until is not None and today < until:
        objections.append(Objection(Reason.ASKED_LATELY, until))
    return objections


def _had_until_now(reader: Reader, of_copy: CopyFacts, today: date) -> Stay | None:
    """The reader's own loan of the copy, which taking it again goes on with; a stay of others is none."""
    if of_copy.brought and of_copy.lent_to == reader.id:
        return Stay(reader.id, of_copy.renewals, None)
    stay = of_copy.stay
    if stay is None or stay.reader_id != reader.id or stay.rests_until is None:
        return None
    return stay if today < stay.rests_until else None


def _of_copy(reader: Reader, copy: Copy, of_copy: CopyFacts) -> list[Objection]:
    objections = []
    if of_copy.brought:
        pass  # whoever holds it now shows that it is here
    elif of_copy.lent_to == reader.id:
        objections.append(Objection(Reason.ALREADY_YOURS))
    elif of_copy.lent_to is not None:
        objections.append(Objection(Reason.ON_LOAN, of_copy.due_on))
    if of_copy.asked_by is not None and of_copy.asked_by != reader.id:
        objections.append(Objection(Reason.ASKED_BY_ANOTHER))
    if copy.state is CopyState.WITHDRAWN:
        objections.append(Objection(Reason.COPY_WITHDRAWN))
    return objections
