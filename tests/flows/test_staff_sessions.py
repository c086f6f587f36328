"""How long a desk stays open, how it is closed, and that nobody's basket is lost to a badge."""

from __future__ import annotations

from datetime import timedelta

import pytest

from appliance.kiosk.idle import SIGNED_IN_MOST_S
from appliance.messages import (
    Approve,
    AskForLoan,
    ChooseLanguage,
    EnterDigit,
    GoBack,
    GoHome,
    SignOut,
    TurnPage,
    Wake,
)
from appliance.model import Language, Side
from appliance.status import Approved, AwaitingApproval, Basket, Bench, GuardDesk, GuardSignIn, Home, Scene
from tests.flows.storyboard import Storyboard

GUARD, LIBRARIAN = "Guard Rith", "Librarian Mony"
SIDES = [Side.READER, Side.GUARD]


def signs_in(story: Storyboard, name: str = GUARD) -> GuardDesk:
    story.scans_badge_of(name)
    story.types_pin()
    return story.sees(GuardDesk)


def fills_a_basket(story: Storyboard) -> Basket:
    story.scans_card_of("Dara")
    story.scans("B1")
    story.scans("B2")
    return story.sees(Basket)


def test_two_books_scanned_in_turn_do_not_keep_the_desk_open(story: Storyboard) -> None:
    signs_in(story)
    for second in range(90):
        story.passes(timedelta(seconds=1))
        if isinstance(story.status.scene, GuardDesk):
            story.scans("B1" if second % 2 else "B2", SIDES[second % 2])
    story.sees(Home)


@pytest.mark.parametrize("code", ["B1", "no code of ours", "9780000000000", "L00000019"])
def test_no_scan_keeps_the_desk_open(story: Storyboard, code: str) -> None:
    signs_in(story)
    story.waits(89)
    story.scans(code)
    story.waits(1)
    assert not isinstance(story.status.scene, GuardDesk)


def test_a_touch_of_staff_keeps_it_open(story: Storyboard) -> None:
    signs_in(story)
    story.waits(89)
    story.touches(TurnPage(0))
    story.waits(89)
    story.sees(GuardDesk)


@pytest.mark.parametrize(("name", "desk"), [(GUARD, GuardDesk), ("Technician Sam", Bench)])
def test_however_often_it_is_touched_it_closes_after_a_quarter_of_an_hour(
    story: Storyboard, name: str, desk: type[Scene]
) -> None:
    story.scans_badge_of(name)
    story.types_pin()
    for _ in range(int(SIGNED_IN_MOST_S) // 30 - 1):
        story.passes(timedelta(seconds=30))
        story.touches(Wake())
        story.sees(desk)
    story.passes(timedelta(seconds=29))
    story.touches(Wake())
    assert story.status.leaving_in_s == 1
    story.passes(timedelta(seconds=1))
    story.sees(Home)


def test_signing_in_anew_begins_the_quarter_of_an_hour_anew(story: Storyboard) -> None:
    signs_in(story)
    story.stays(timedelta(seconds=SIGNED_IN_MOST_S - 40))
    story.touches(SignOut())
    signs_in(story)
    story.stays(timedelta(seconds=80))
    story.sees(GuardDesk)


@pytest.mark.parametrize("side", SIDES)
def test_the_badge_scanned_out_closes_the_desk_from_either_side(story: Storyboard, side: Side) -> None:
    desk = signs_in(story)
    story.scans(story.badge_of(GUARD), side)
    story.sees(Home)
    story.touches(Approve(desk.requests[0].id) if desk.requests else Wake())
    story.sees(Home)


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("way", ["sign out", "badge again", "home", "no PIN at all", "back", "card again"])
def test_a_badge_before_ask_keeps_the_basket(story: Storyboard, side: Side, way: str) -> None:
    kept = fills_a_basket(story)
    story.scans(story.badge_of(GUARD), side)
    story.sees(GuardSignIn)
    if way != "no PIN at all":
        story.types_pin()
        story.sees(GuardDesk)
    match way:
        case "sign out":
            story.touches(SignOut())
        case "badge again":
            story.scans(story.badge_of(GUARD), side)
        case "home":
            story.touches(GoHome())
        case "back":
            story.touches(GoBack())
        case "card again":
            story.scans_card_of("Dara")
        case _:
            story.waits(30)
    assert story.sees(Basket) == kept
    story.touches(AskForLoan())
    assert [copy.barcode for copy in story.sees(AwaitingApproval).request.copies] == ["B1", "B2"]
    desk = signs_in(story)
    story.touches(Approve(desk.requests[0].id))
    assert story.sees(Approved).reader.name == "Dara"


def test_the_kept_basket_speaks_to_its_reader_again(story: Storyboard) -> None:
    fills_a_basket(story)
    story.touches(ChooseLanguage(Language.FR))
    signs_in(story)
    story.touches(ChooseLanguage(Language.EN))
    story.touches(SignOut())
    story.sees(Basket)
    assert story.status.language is Language.FR


def test_another_badge_at_the_sign_in_and_at_the_desk_keeps_it_too(story: Storyboard) -> None:
    kept = fills_a_basket(story)
    story.scans_badge_of(GUARD)
    signs_in(story, LIBRARIAN)
    signs_in(story, GUARD)
    story.touches(SignOut())
    assert story.sees(Basket) == kept


def test_a_technicians_badge_keeps_it_through_the_bench(story: Storyboard) -> None:
    kept = fills_a_basket(story)
    story.scans_badge_of("Technician Sam")
    story.types_pin()
    story.sees(Bench)
    story.touches(GoHome())
    assert story.sees(Basket) == kept
    assert "bench_visited" in story.journal_kinds()


def test_another_readers_card_and_a_desk_left_open_end_it(story: Storyboard) -> None:
    fills_a_basket(story)
    signs_in(story)
    story.scans_card_of("Sophea")
    assert story.sees(Basket).lines == ()
    fills_a_basket(story)
    signs_in(story)
    story.waits(90)
    story.sees(Home)
    signs_in(story)
    story.touches(SignOut())
    story.sees(Home)


def test_digits_that_were_typed_are_forgotten_with_the_sign_in(story: Storyboard) -> None:
    fills_a_basket(story)
    story.scans_badge_of(GUARD)
    for _ in range(5):
        story.touches(EnterDigit(1))
    story.touches(SignOut())
    story.sees(Basket)
    story.scans_badge_of(GUARD)
    assert story.sees(GuardSignIn).digits == 0
    story.types_pin()
    story.sees(GuardDesk)


def test_a_kept_basket_is_dated_anew_when_midnight_went_by(story: Storyboard) -> None:
    story.passes(timedelta(hours=14, minutes=59, seconds=30))
    before = fills_a_basket(story).lines[0].due_on
    signs_in(story)
    story.waits(40)
    story.touches(SignOut())
    assert story.sees(Basket).lines[0].due_on == before + timedelta(days=1)


def test_the_readers_own_card_at_the_desk_closes_it_and_shows_their_request(story: Storyboard) -> None:
    fills_a_basket(story)
    story.touches(ChooseLanguage(Language.FR))
    story.touches(AskForLoan())
    signs_in(story)
    story.scans_card_of("Dara")
    story.sees(AwaitingApproval)
    assert story.status.language is Language.FR


def test_another_guard_at_the_desk_still_hands_back_to_the_reader_who_stands_there(story: Storyboard) -> None:
    fills_a_basket(story)
    story.touches(AskForLoan())
    signs_in(story)
    desk = signs_in(story, LIBRARIAN)
    story.touches(Approve(desk.requests[0].id))
    assert story.sees(Approved).reader.name == "Dara"
