"""A copy that comes back at once, a basket of many kinds, and one copy of a title each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from appliance.lending.policy import Policy
from appliance.lending.rules import answer_loan
from appliance.model import Copy, CopyKind, Objection, ReaderCategory, ReaderId, Reason, Rule
from appliance.ports import CopyFacts, HeldCopy, ReaderFacts, Stay
from tests.appliance.lending.people_and_books import DARA, SOPHEA, TODAY, copy, held, others, reader
from tests.appliance.lending.test_objections import policy_of


@given(st.integers(0, 3), st.integers(0, 2), st.integers(-2, 2), st.sampled_from([DARA, SOPHEA]))
def test_taking_a_copy_again_at_once_goes_on_with_its_renewals(
    renewals: int, allowed: int, rests: int, who: ReaderId
) -> None:
    policy = policy_of(Rule(14, 3, allowed, True), CopyKind.BOOK)
    until = TODAY + timedelta(days=rests)
    facts = CopyFacts(stay=Stay(who, renewals, until))
    goes_on = who == DARA and rests > 0
    objection = Objection(Reason.JUST_RETURNED, until)
    answer = answer_loan(policy, reader(), ReaderFacts(), copy(), facts, TODAY)
    assert answer.objections == ((objection,) if goes_on and renewals >= allowed else ())
    assert (answer.renewals, answer.ends_earlier) == (renewals + 1 if goes_on else 0, True)


@given(st.integers(0, 3), st.integers(0, 2), st.sampled_from([DARA, SOPHEA]))
def test_a_copy_that_waits_to_be_shelved_is_lent_to_whoever_holds_it(
    renewals: int, allowed: int, who: ReaderId
) -> None:
    """The same reader goes on where they were; the hands of another show that it is back."""
    policy = policy_of(Rule(14, 1, allowed, True), CopyKind.BOOK)
    facts = CopyFacts(who, TODAY, brought=True, renewals=renewals)
    mine = HeldCopy(copy().id, copy().title.id, CopyKind.BOOK, TODAY, brought=True)
    of_reader = ReaderFacts((mine,)) if who == DARA else ReaderFacts()
    answer = answer_loan(policy, reader(), of_reader, copy(), facts, TODAY)
    is_mine = who == DARA
    refused = is_mine and renewals >= allowed
    assert answer.objections == ((Objection(Reason.JUST_RETURNED),) if refused else ())
    assert (answer.renewals, answer.ends_earlier) == (renewals + 1 if is_mine else 0, True)


KINDS = st.lists(st.sampled_from([CopyKind.BOOK, CopyKind.PICTURE_BOOK, CopyKind.TEXTBOOK]), max_size=6)


@given(KINDS, KINDS, st.fixed_dictionaries({kind: st.integers(0, 4) for kind in set(CopyKind)}))
def test_a_mixed_basket_fits_or_not_in_whatever_order_it_is_scanned(
    in_hand: list[CopyKind], wanted: list[CopyKind], limits: dict[CopyKind, int]
) -> None:
    policy = Policy({(ReaderCategory.ADULT, kind): Rule(14, limits[kind], 1, True) for kind in limits})
    hand = tuple(
        replace(one, kind=kind) for one, kind in zip(held(len(in_hand), TODAY), in_hand, strict=True)
    )

    def scanned(copies: Iterable[Copy]) -> bool:
        basket: tuple[Copy, ...] = ()
        for one in copies:
            facts = ReaderFacts(hand, basket)
            if answer_loan(policy, reader(), facts, one, CopyFacts(), TODAY).objections:
                return False
            basket += (one,)
        return True

    books = [replace(one, kind=kind) for one, kind in zip(others(len(wanted)), wanted, strict=True)]
    fits = not wanted or (
        len(in_hand) + len(wanted) <= max(limits.values())
        and all((in_hand + wanted).count(kind) <= limits[kind] for kind in wanted)
    )
    assert scanned(books) is scanned(reversed(books)) is fits


@given(st.booleans(), st.booleans(), st.booleans())
def test_one_copy_of_a_title_each(in_hand: bool, brought: bool, in_basket: bool) -> None:
    policy = policy_of(Rule(14, 5, 1, True), CopyKind.BOOK)
    of_it = copy().title.id
    hand = [replace(one, title_id=of_it) for one in held(1, TODAY, brought=brought)] if in_hand else []
    basket = [replace(one, title=copy().title) for one in others(1)] if in_basket else []
    facts = ReaderFacts(tuple(hand), tuple(basket))
    objections = answer_loan(policy, reader(), facts, copy(), CopyFacts(), TODAY).objections
    has_it = in_basket or (in_hand and not brought)
    assert objections == ((Objection(Reason.SAME_TITLE),) if has_it else ())


@given(st.integers(-2, 2), st.booleans())
def test_a_title_that_cools_is_not_asked_for_but_lent_where_nobody_is_asked(
    days: int, needs_approval: bool
) -> None:
    policy = policy_of(Rule(14, 5, 1, needs_approval), CopyKind.BOOK)
    until = TODAY + timedelta(days=days)
    facts = ReaderFacts(cooling={copy().title.id: until})
    objections = answer_loan(policy, reader(), facts, copy(), CopyFacts(), TODAY).objections
    cools = needs_approval and days > 0
    assert objections == ((Objection(Reason.ASKED_LATELY, until),) if cools else ())
