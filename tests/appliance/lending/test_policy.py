"""The first policy matrix, and what having no rule means."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from appliance.lending.due import due_on
from appliance.lending.policy import FIRST_MATRIX, Policy
from appliance.lending.rules import answer_loan, answer_renewal
from appliance.model import (
    Avatar,
    Barcode,
    Copy,
    CopyId,
    CopyKind,
    CopyState,
    Language,
    Loan,
    LoanId,
    Reader,
    ReaderCategory,
    ReaderId,
    Reason,
    Rule,
    Title,
    TitleId,
)
from appliance.ports import CopyFacts, ReaderFacts

POLICY = Policy(FIRST_MATRIX)
TODAY = date(2026, 11, 24)


def reader(category: ReaderCategory = ReaderCategory.ADULT, blocked_until: date | None = None) -> Reader:
    return Reader(ReaderId(1), 42, "Dara", category, Language.KM, Avatar.COW, "A-1", blocked_until)


def copy(kind: CopyKind = CopyKind.BOOK, state: CopyState = CopyState.IN_USE) -> Copy:
    return Copy(CopyId(1), Barcode("B1"), Title(TitleId(1), "ទុំទាវ"), kind, state)


def loan(due: date, renewals: int = 0) -> Loan:
    return Loan(LoanId(1), copy(), ReaderId(1), datetime(2026, 11, 1, tzinfo=UTC), due, renewals)


def test_nobody_takes_a_reference_book_home() -> None:
    for category in ReaderCategory:
        refusal = answer_loan(
            POLICY, reader(category), ReaderFacts(), copy(CopyKind.REFERENCE), CopyFacts(), TODAY
        ).refusal
        assert refusal is not None
        assert refusal.reasons == (Reason.READING_ROOM_ONLY,)


def test_no_rule_means_no() -> None:
    refusal = answer_loan(Policy({}), reader(), ReaderFacts(), copy(), CopyFacts(), TODAY).refusal
    assert refusal is not None
    assert refusal.reasons == (Reason.NO_RULE,)


def test_every_other_category_and_kind_has_a_rule_and_only_staff_need_no_approval() -> None:
    for category in ReaderCategory:
        for kind in set(CopyKind) - {CopyKind.REFERENCE}:
            rule = POLICY.rule(category, kind)
            assert rule is not None
            assert rule.needs_approval is (category is not ReaderCategory.STAFF)


@given(st.integers(0, 6), st.integers(0, 6))
def test_the_limit_counts_what_is_in_hand_and_in_the_basket(in_hand: int, in_basket: int) -> None:
    of_reader = ReaderFacts(in_hand, TODAY + timedelta(days=3), in_basket)
    refusal = answer_loan(POLICY, reader(), of_reader, copy(), CopyFacts(), TODAY).refusal
    assert (refusal is not None) == (in_hand + in_basket >= 3)


def test_a_block_ends_after_its_last_day() -> None:
    blocked = reader(blocked_until=TODAY)
    assert answer_loan(POLICY, blocked, ReaderFacts(), copy(), CopyFacts(), TODAY).refusal is not None
    tomorrow = TODAY + timedelta(days=1)
    assert answer_loan(POLICY, blocked, ReaderFacts(), copy(), CopyFacts(), tomorrow).refusal is None


def test_a_loan_is_overdue_only_the_day_after() -> None:
    due_today = ReaderFacts(1, TODAY)
    assert answer_loan(POLICY, reader(), due_today, copy(), CopyFacts(), TODAY).refusal is None


def test_zero_days_means_due_today() -> None:
    assert due_on(Rule(0, 1, 0, needs_approval=False), TODAY) == TODAY


def test_a_withdrawn_copy_is_not_lent() -> None:
    refusal = answer_loan(
        POLICY, reader(), ReaderFacts(), copy(state=CopyState.WITHDRAWN), CopyFacts(), TODAY
    ).refusal
    assert refusal is not None
    assert refusal.reasons == (Reason.COPY_WITHDRAWN,)


def test_an_overdue_loan_may_be_renewed_while_renewals_are_left() -> None:
    assert answer_renewal(POLICY, reader(), loan(TODAY - timedelta(days=3)), TODAY).refusal is None
    used_up = answer_renewal(POLICY, reader(), loan(TODAY - timedelta(days=3), renewals=1), TODAY).refusal
    assert used_up is not None
    assert used_up.reasons == (Reason.NO_RENEWAL_LEFT,)


def test_renewing_on_the_day_of_the_loan_would_change_nothing() -> None:
    refusal = answer_renewal(POLICY, reader(), loan(TODAY + timedelta(days=14)), TODAY).refusal
    assert refusal is not None
    assert refusal.reasons == (Reason.RENEWED_TODAY,)
