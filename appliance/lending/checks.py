"""Every reason against a loan or a renewal, found at once and never only the first."""

from __future__ import annotations

from datetime import date, timedelta

from appliance.lending.policy import Policy
from appliance.model import Copy, CopyKind, CopyState, Loan, Reader, Reason, Refusal
from appliance.ports import CopyFacts, ReaderFacts


def refuse_loan(
    policy: Policy, reader: Reader, of_reader: ReaderFacts, copy: Copy, of_copy: CopyFacts, today: date
) -> Refusal | None:
    """Why `reader` may not take `copy` now, with every reason, or None when he may."""
    rule = policy.rule(reader.category, copy.kind)
    reasons: list[Reason] = []
    if reader.blocked_until is not None and reader.blocked_until >= today:
        reasons.append(Reason.READER_BLOCKED)
    if of_reader.first_due_on is not None and of_reader.first_due_on < today:
        reasons.append(Reason.OVERDUE_LOANS)
    if rule is None:
        reasons.append(Reason.READING_ROOM_ONLY if copy.kind is CopyKind.REFERENCE else Reason.NO_RULE)
    elif of_reader.in_hand + of_reader.in_basket >= rule.limit:
        reasons.append(Reason.LIMIT_REACHED)
    reasons += _reasons_of_copy(reader, copy, of_copy)
    if not reasons:
        return None
    until = reader.blocked_until if Reason.READER_BLOCKED in reasons else of_copy.due_on
    return Refusal(in_order(reasons), copy, until, rule.limit if rule else None)


def _reasons_of_copy(reader: Reader, copy: Copy, of_copy: CopyFacts) -> list[Reason]:
    reasons = []
    if of_copy.lent_to is not None:
        yours = of_copy.lent_to == reader.id
        reasons.append(Reason.ALREADY_YOURS if yours else Reason.ON_LOAN)
    if of_copy.asked_by is not None and of_copy.asked_by != reader.id:
        reasons.append(Reason.ASKED_BY_ANOTHER)
    if copy.state is CopyState.WITHDRAWN:
        reasons.append(Reason.COPY_WITHDRAWN)
    return reasons


def refuse_renewal(policy: Policy, reader: Reader, loan: Loan, today: date) -> Refusal | None:
    """Why this loan cannot be renewed today, with every reason, or None when it can.

    An overdue loan may be renewed while renewals are left: it is the quickest way back to a clean sheet.
    """
    rule = policy.rule(reader.category, loan.copy.kind)
    reasons: list[Reason] = []
    if reader.blocked_until is not None and reader.blocked_until >= today:
        reasons.append(Reason.READER_BLOCKED)
    if rule is None:
        reasons.append(Reason.NO_RULE)
    else:
        if loan.renewals >= rule.renewals:
            reasons.append(Reason.NO_RENEWAL_LEFT)
        if today + timedelta(days=rule.loan_days) <= loan.due_on:
            reasons.append(Reason.RENEWED_TODAY)
    return Refusal(in_order(reasons), loan.copy, reader.blocked_until) if reasons else None


def in_order(reasons: list[Reason]) -> tuple[Reason, ...]:
    """Reasons in the order of `Reason`: the same refusal always reads the same."""
    order = list(Reason)
    return tuple(sorted(set(reasons), key=order.index))
