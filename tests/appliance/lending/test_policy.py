"""The first policy matrix, and what having no rule means."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from appliance.lending.due import due_on
from appliance.lending.policy import FIRST_MATRIX, Policy, first_matrix
from appliance.lending.rules import answer_loan, answer_renewal
from appliance.model import CopyKind, CopyState, ReaderCategory, Reason, Rule
from appliance.ports import CopyFacts, ReaderFacts
from tests.appliance.lending.people_and_books import TODAY, copy, held, loan, others, reader

POLICY = Policy(FIRST_MATRIX)
FIRST_RULES = """
adult   book         14 days  3 copies  1 renewal   asks a guard
adult   picture_book  7 days  3 copies  1 renewal   asks a guard
adult   textbook     14 days  3 copies  1 renewal   asks a guard
young   book         14 days  3 copies  1 renewal   asks a guard
young   picture_book 14 days  3 copies  2 renewals  asks a guard
young   textbook     30 days  3 copies  2 renewals  asks a guard
learner book         14 days  5 copies  2 renewals  asks a guard
learner picture_book 14 days  5 copies  2 renewals  asks a guard
learner textbook     90 days  5 copies  2 renewals  asks a guard
staff   book         30 days  5 copies  2 renewals  asks nobody
staff   picture_book 30 days  5 copies  2 renewals  asks nobody
staff   textbook     30 days  5 copies  2 renewals  asks nobody
"""


def test_a_new_library_begins_with_these_rules() -> None:
    rules = [line.split() for line in FIRST_RULES.strip().splitlines()]
    assert first_matrix() == {
        (ReaderCategory(who), CopyKind(what)): Rule(
            int(days), int(most), int(again), asks != ["asks", "nobody"]
        )
        for who, what, days, _, most, _, again, _, *asks in rules
    }


def test_the_most_a_reader_may_hold_is_the_widest_rule_of_their_own_category() -> None:
    adult, young, staff = ReaderCategory.ADULT, ReaderCategory.YOUNG, ReaderCategory.STAFF
    rules = {
        (adult, CopyKind.BOOK): Rule(14, 3, 1, True),
        (adult, CopyKind.TEXTBOOK): Rule(14, 4, 1, True),
        (staff, CopyKind.BOOK): Rule(14, 9, 1, True),
    }
    assert [Policy(rules).most_copies(category) for category in (adult, staff, young)] == [4, 9, 0]


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
    of_reader = ReaderFacts(held(in_hand, TODAY + timedelta(days=3)), others(in_basket))
    refusal = answer_loan(POLICY, reader(), of_reader, copy(), CopyFacts(), TODAY).refusal
    assert (refusal is not None) == (in_hand + in_basket >= 3)


def test_a_block_ends_after_its_last_day() -> None:
    blocked = reader(blocked_until=TODAY)
    assert answer_loan(POLICY, blocked, ReaderFacts(), copy(), CopyFacts(), TODAY).refusal is not None
    tomorrow = TODAY + timedelta(days=1)
    assert answer_loan(POLICY, blocked, ReaderFacts(), copy(), CopyFacts(), tomorrow).refusal is None


def test_a_loan_is_overdue_only_the_day_after() -> None:
    due_today = ReaderFacts(held(1, TODAY))
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
