"""Every objection there is, with its own facts, against a plain list of sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appliance.lending.due import days_late
from appliance.lending.policy import Policy
from appliance.lending.rules import (
    Answer,
    Places,
    answer_loan,
    answer_renewal,
    loan_line,
    places,
    renewal_opens_on,
)
from appliance.model import (
    Copy,
    CopyKind,
    CopyState,
    LoanLine,
    Objection,
    Reader,
    ReaderCategory,
    ReaderId,
    Reason,
    Refusal,
    Rule,
)
from appliance.ports import CopyFacts, ReaderFacts
from tests.appliance.lending.people_and_books import DARA, SOPHEA, TODAY, copy, held, loan, others, reader

DAYS = st.integers(-3, 3).map(lambda days: TODAY + timedelta(days=days))
RULES = st.builds(Rule, st.integers(0, 3), st.integers(0, 4), st.integers(0, 2), st.booleans())
READERS = st.builds(reader, st.just(ReaderCategory.ADULT), st.none() | DAYS)
HELD = st.builds(held, st.integers(0, 2), DAYS, brought=st.booleans())
OF_READER = st.builds(ReaderFacts, HELD, st.integers(0, 3).map(others))
LENT = st.tuples(
    st.none() | st.sampled_from([DARA, SOPHEA]), DAYS, st.none() | st.sampled_from([DARA, SOPHEA])
)
COPIES = st.builds(copy, st.sampled_from(CopyKind), st.sampled_from(CopyState))

Lent = tuple[ReaderId | None, date, ReaderId | None]
Sentence = tuple[bool, Objection]


def that_hold(sentences: Iterable[Sentence]) -> tuple[Objection, ...]:
    return tuple(objection for holds, objection in sentences if holds)


def policy_of(rule: Rule | None, kind: CopyKind) -> Policy:
    """One rule for adults and this kind; and others that must not be taken for it."""
    others = {(ReaderCategory.STAFF, kind): Rule(365, 99, 99, False)}
    return Policy(others if rule is None else others | {(ReaderCategory.ADULT, kind): rule})


@given(READERS, OF_READER, COPIES, LENT, st.none() | RULES)
def test_a_loan_is_refused_for_every_reason_that_holds_and_for_no_other(
    of: Reader, has: ReaderFacts, book: Copy, lent: Lent, rule: Rule | None
) -> None:
    lent_to, due, asked_by = lent
    facts = CopyFacts(lent_to, due if lent_to else None, asked_by)
    stays = book.kind is CopyKind.REFERENCE
    until = of.blocked_until
    # One rule only: what is of another kind counts for the whole, whose limit is the same.
    is_full = not stays and rule is not None and rule.limit <= len(has.in_hand) + len(has.in_basket)
    objections = that_hold(
        [
            (until is not None and until >= TODAY, Objection(Reason.READER_BLOCKED, until)),
            (
                any(one.due_on < TODAY and not one.brought for one in has.in_hand),
                Objection(Reason.OVERDUE_LOANS),
            ),
            (is_full, Objection(Reason.LIMIT_REACHED, limit=rule.limit if rule else None)),
            (is_full and any(one.brought for one in has.in_hand), Objection(Reason.BROUGHT_BACK)),
            (not stays and rule is None, Objection(Reason.NO_RULE)),
            (stays, Objection(Reason.READING_ROOM_ONLY)),
            (lent_to == SOPHEA, Objection(Reason.ON_LOAN, facts.due_on)),
            (lent_to == DARA, Objection(Reason.ALREADY_YOURS)),
            (asked_by == SOPHEA, Objection(Reason.ASKED_BY_ANOTHER)),
            (book.state is CopyState.WITHDRAWN, Objection(Reason.COPY_WITHDRAWN)),
        ]
    )
    answer = answer_loan(policy_of(rule, book.kind), of, has, book, facts, TODAY)
    assert answer == Answer(
        book,
        objections,
        TODAY + timedelta(days=rule.loan_days) if rule else None,
        rule.needs_approval if rule else True,
    )
    assert answer.refusal == (Refusal(objections, book) if objections else None)


@given(READERS, DAYS, st.integers(0, 3), st.none() | RULES, st.sampled_from(CopyState))
def test_a_renewal_is_refused_for_every_reason_that_holds_and_for_no_other(
    of: Reader, due: date, renewals: int, rule: Rule | None, state: CopyState
) -> None:
    theirs = replace(loan(due, renewals), copy=copy(state=state))
    until = of.blocked_until
    days = rule.loan_days if rule else 0
    gains = (TODAY + timedelta(days=days) - due).days
    opens = due - timedelta(days=days // 2)
    objections = that_hold(
        [
            (until is not None and until >= TODAY, Objection(Reason.READER_BLOCKED, until)),
            (rule is None, Objection(Reason.NO_RULE)),
            (state is CopyState.WITHDRAWN, Objection(Reason.COPY_WITHDRAWN)),
            (rule is not None and rule.renewals <= renewals, Objection(Reason.NO_RENEWAL_LEFT)),
            (rule is not None and gains <= 0, Objection(Reason.RENEWED_TODAY)),
            (rule is not None and gains > 0 and opens > TODAY, Objection(Reason.TOO_EARLY, opens)),
        ]
    )
    policy = policy_of(rule, CopyKind.BOOK)
    answer = answer_renewal(policy, of, theirs, TODAY)
    assert answer == Answer(
        theirs.copy,
        objections,
        TODAY + timedelta(days=rule.loan_days) if rule else None,
        rule.needs_approval if rule else True,
    )
    left = max(0, rule.renewals - renewals) if rule else 0
    assert loan_line(policy, of, theirs, TODAY) == LoanLine(
        theirs,
        not objections,
        left,
        (due - TODAY).days,
        0 if objections else gains,
        opens if rule and left and opens > TODAY else None,
    )


def test_an_overdue_loan_stops_the_next_loan_but_not_its_own_renewal() -> None:
    yesterday = TODAY - timedelta(days=1)
    policy = policy_of(Rule(14, 3, 1, True), CopyKind.BOOK)
    assert answer_renewal(policy, reader(), loan(yesterday), TODAY).objections == ()
    late = answer_loan(policy, reader(), ReaderFacts(held(1, yesterday)), copy(), CopyFacts(), TODAY)
    assert late.objections == (Objection(Reason.OVERDUE_LOANS),)


@given(st.integers(0, 4), st.integers(0, 4))
def test_the_reader_sees_how_many_copies_they_may_have_and_whether_that_is_reached(
    in_hand: int, in_basket: int
) -> None:
    policy = policy_of(Rule(14, 3, 1, True), CopyKind.BOOK)
    assert places(policy, reader(), in_hand, in_basket) == Places(3, full=in_hand + in_basket > 2)


@given(st.integers(-40, 40))
def test_a_loan_is_late_by_the_whole_days_after_its_due_date(days: int) -> None:
    theirs = replace(loan(TODAY), due_on=TODAY - timedelta(days=days))
    assert days_late(theirs, TODAY) == (days if days > 0 else 0)


@pytest.mark.parametrize(
    ("loan_days", "opens_before"), [(90, 7), (30, 7), (14, 7), (13, 6), (7, 3), (1, 0), (0, 0)]
)
def test_a_renewal_counts_from_a_week_before_and_never_in_the_first_half(
    loan_days: int, opens_before: int
) -> None:
    policy = policy_of(Rule(loan_days, 3, 1, True), CopyKind.BOOK)
    due = TODAY + timedelta(days=loan_days)
    rule = policy.rule(ReaderCategory.ADULT, CopyKind.BOOK)
    assert rule is not None
    assert renewal_opens_on(policy, rule, loan(due)) == due - timedelta(days=opens_before)


def test_what_was_brought_back_is_never_late_and_cannot_be_renewed() -> None:
    policy = policy_of(Rule(14, 3, 1, True), CopyKind.BOOK)
    last_month = TODAY - timedelta(days=30)
    brought = ReaderFacts(held(1, last_month, brought=True))
    assert answer_loan(policy, reader(), brought, copy(), CopyFacts(), TODAY).objections == ()
    back = replace(loan(TODAY + timedelta(days=2)), brought_at=datetime(2026, 11, 23, tzinfo=UTC))
    assert answer_renewal(policy, reader(), back, TODAY).objections == (Objection(Reason.BROUGHT_BACK),)
