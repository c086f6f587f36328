"""What hands in a hurry did to the kiosk, done again on the real screens over the real core."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from appliance.messages import (
    Approve,
    AskForCard,
    AskForLoan,
    Decline,
    GoHome,
    OpenRequest,
    Renew,
    TakeOut,
    Touched,
)
from appliance.model import Language, Side
from appliance.status import (
    Approved,
    AwaitingApproval,
    Basket,
    GuardDesk,
    MyBooks,
    Purpose,
)
from tests.flows.storyboard import Storyboard, borrows, open_storyboard
from tests.screens.kiosk_driver import KioskDriver
from tests.screens.touched_kiosk import TouchedKiosk

APART_S = pytest.mark.parametrize("apart_s", [0.06, 0.15, 0.4])


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Storyboard]:
    story = open_storyboard(tmp_path)
    yield story
    story.store.close()


@pytest.fixture
def face(driver: KioskDriver, story: Storyboard) -> TouchedKiosk:
    return TouchedKiosk(driver, story)


def asks(story: Storyboard, name: str, *barcodes: str) -> None:
    """They ask and walk away."""
    story.scans_card_of(name)
    for barcode in barcodes:
        story.scans(barcode)
    story.touches(AskForLoan())
    story.sees(AwaitingApproval)


def at_the_desk(face: TouchedKiosk, *more: tuple[str, str]) -> tuple[int, ...]:
    """Two requests wait, of readers who have gone, and a guard is signed in and has looked at both; the
    requests from above."""
    story = face.story
    asks(story, "Dara", "B1")
    asks(story, "Sophea", "B2", "B3")
    for name, barcode in more:
        asks(story, name, barcode)
    story.waits(200)
    story.scans_badge_of("Guard Rith")
    story.types_pin()
    shown = tuple(request.id for request in story.sees(GuardDesk).requests)
    for request_id in shown:
        story.touches(OpenRequest(request_id))
    face.shows()
    face.driver.looks()
    return shown


@APART_S
def test_a_double_tap_on_look_at_it_approves_nothing(face: TouchedKiosk, apart_s: float) -> None:
    story = face.story
    asks(story, "Dara", "B1")
    asks(story, "Sophea", "B2", "B3")
    story.touches(GoHome())
    story.scans_badge_of("Guard Rith")
    story.types_pin()
    face.shows()
    face.driver.looks()
    first = story.sees(GuardDesk).requests[0].id
    assert face.taps_twice("open", apart_s) == [OpenRequest(first)]
    assert story.store.requests.count_waiting() == 2
    face.driver.looks()
    assert face.taps(*face.place("approve", 0)) == [Approve(first)]


@APART_S
def test_a_double_tap_on_borrow_asks_once_and_takes_nothing_back(face: TouchedKiosk, apart_s: float) -> None:
    face.story.scans_card_of("Dara")
    face.story.scans("B1")
    face.scans("B2")
    sent = face.taps_twice(borrow(face), apart_s)
    assert [type(command) for command in sent] == [AskForLoan]
    assert face.story.store.requests.count_waiting() == 1


def borrow(face: TouchedKiosk) -> str:
    return "ខ្ចីសៀវភៅ" if face.story.status.language is Language.KM else "Borrow"


@APART_S
@pytest.mark.parametrize(("words", "kind"), [("approve", Approve), ("decline", Decline)])
def test_a_double_tap_at_the_desk_decides_one_request(
    face: TouchedKiosk, words: str, kind: type, apart_s: float
) -> None:
    upper, lower = at_the_desk(face)
    assert face.taps_twice(words, apart_s) == [kind(upper)]
    assert [request.id for request in face.story.sees(GuardDesk).requests] == [lower]


@APART_S
def test_the_next_request_comes_under_the_finger_and_is_not_decided(
    face: TouchedKiosk, apart_s: float
) -> None:
    upper, lower = at_the_desk(face, ("Vichet", "B5"))
    above, below = face.place("approve", 0), face.place("approve", 1)
    assert face.taps(*below) == [Approve(lower)]
    assert face.taps_twice("approve", apart_s) == [Approve(upper)]
    (new,) = face.story.sees(GuardDesk).requests
    face.driver.looks()
    assert face.taps(*above) == [OpenRequest(new.id)]
    face.driver.looks()
    assert face.taps(*above) == [Approve(new.id)]


def test_a_second_tap_before_the_answer_is_drawn_is_the_same_wish(face: TouchedKiosk) -> None:
    at_the_desk(face)
    place = face.place("approve", 0)
    face.driver.taps_at_once(*place)
    face.passes(0.15)
    face.driver.taps_at_once(*place)
    assert len(face.sent) == 1
    assert face.story.status.refusal is None


def test_a_quick_guard_answers_one_card_after_the_other(face: TouchedKiosk) -> None:
    upper, lower = at_the_desk(face)
    above, below = face.place("approve", 0), face.place("approve", 1)
    assert face.taps(*above) == [Approve(upper)]
    assert face.taps(*below) == [Approve(lower)]


def test_the_other_request_stays_where_it_is_when_one_is_answered(face: TouchedKiosk) -> None:
    at_the_desk(face)
    below = face.place("decline", 1)
    face.taps(*face.place("approve", 0))
    face.driver.looks()
    assert face.place("decline", 0) == below


@pytest.mark.parametrize("side", Side)
def test_a_scan_moves_no_answer_under_a_finger(face: TouchedKiosk, side: Side) -> None:
    upper, _ = at_the_desk(face)
    before = [face.place(words, at) for words in ("approve", "decline") for at in (0, 1)]
    face.scans("B5", side)
    assert face.story.sees(GuardDesk).whereabouts is not None
    assert [face.place(words, at) for words in ("approve", "decline") for at in (0, 1)] == before
    assert face.taps(*before[2]) == [Decline(upper)]


@APART_S
def test_a_double_tap_on_renew_renews_once(face: TouchedKiosk, apart_s: float) -> None:
    borrows(face.story, "Dara", "B1")
    face.story.passes(timedelta(days=8))
    loan = next(iter(face.story.store.loans.all_open()))
    show_my_books(face)
    sent = face.taps_twice("renew", apart_s)
    assert sent == [Renew(loan.id)]


def show_my_books(face: TouchedKiosk) -> None:
    face.story.touches(GoHome())
    face.story.touches(AskForCard(Purpose.MY_BOOKS))
    face.story.scans_card_of("Dara")
    face.story.sees(MyBooks)
    face.shows()


def test_a_book_scanned_under_the_finger_is_not_asked_for(face: TouchedKiosk) -> None:
    face.story.scans_card_of("Dara")
    face.scans("B1")
    face.driver.looks()
    place = face.place(borrow(face))
    face.scans("B2")
    assert face.taps(*place) == []
    face.driver.looks()
    assert face.taps(*place) == [AskForLoan(tuple(c.id for c in map(face.story.copy, ("B1", "B2"))))]


def test_a_bin_hit_twice_takes_out_one_book(face: TouchedKiosk) -> None:
    face.story.scans_card_of("Dara")
    for barcode in ("B1", "B2", "B3"):
        face.scans(barcode)
    assert [type(command) for command in face.taps_twice("trash", 0.15)] == [TakeOut]
    assert len(face.story.sees(Basket).lines) == 2


def test_a_touch_held_while_its_meaning_changes_fires_nothing(face: TouchedKiosk) -> None:
    from kivy.tests.common import UnitTestTouch

    upper, lower = at_the_desk(face)
    touch = UnitTestTouch(*face.place("approve", 0))
    touch.touch_down()
    face.story.post(Touched(face.story.status.session, Approve(upper)))
    face.story.post(Touched(face.story.status.session, Decline(lower)))
    asks_again = face.story.sees(GuardDesk)
    assert asks_again.requests == ()
    face.shows()
    touch.touch_up()
    assert face.sent == []


def test_what_is_not_seen_yet_does_not_look_pressed(face: TouchedKiosk) -> None:
    from kivy.tests.common import UnitTestTouch

    face.story.scans_card_of("Dara")
    face.scans("B1")
    button = next(face.buttons(borrow(face)))
    touch = UnitTestTouch(*button.center)
    touch.touch_down()
    assert button.state == "normal"
    touch.touch_up()
    face.driver.looks()
    touch = UnitTestTouch(*button.center)
    touch.touch_down()
    assert button.state == "down"
    touch.touch_up()
    assert isinstance(face.story.status.scene, AwaitingApproval | Approved)
