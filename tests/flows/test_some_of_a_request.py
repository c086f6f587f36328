"""This book yes, that one no: a guard decides line by line, and its reader hears why."""

from __future__ import annotations

from datetime import timedelta

from appliance.messages import (
    Approve,
    AskForCard,
    AskForLoan,
    Decline,
    GoBack,
    GoHome,
    OpenRequest,
    StrikeOut,
    Wake,
)
from appliance.model import CopyId, LineEnd, Reason
from appliance.model.speech import Phrase
from appliance.status import Approved, Basket, Declined, GuardDesk, MyBooks, Purpose, RequestNews
from tests.flows.hearing import heard, last
from tests.flows.journal_rows import journal_rows
from tests.flows.refused import refused_over
from tests.flows.storyboard import Storyboard


def asks(story: Storyboard, name: str, *barcodes: str) -> None:
    story.scans_card_of(name)
    for barcode in barcodes:
        story.scans(barcode)
    story.touches(AskForLoan())


def signs_in(story: Storyboard) -> GuardDesk:
    story.scans_badge_of("Guard Rith")
    story.types_pin()
    for request in story.sees(GuardDesk).requests:
        story.touches(OpenRequest(request.id))
    return story.sees(GuardDesk)


def strikes(story: Storyboard, barcode: str, times: int = 1) -> GuardDesk:
    for _ in range(times):
        story.touches(StrikeOut(story.sees(GuardDesk).requests[0].id, story.copy(barcode).id))
    return story.sees(GuardDesk)


def why_not(scene: Approved | RequestNews) -> dict[str, LineEnd | None]:
    lines = scene.refused if isinstance(scene, Approved) else scene.lines
    return {line.copy.barcode: line.why for line in lines}


def test_a_book_that_is_struck_out_stays_and_the_others_are_lent(story: Storyboard) -> None:
    asks(story, "Dara", "B1", "B2", "B3")
    request = signs_in(story).requests[0]
    strikes(story, "B2")
    heard(story)
    story.touches(Approve(request.id))
    approved = story.sees(Approved)
    assert [loan.copy.barcode for loan in approved.loans] == ["B1", "B3"]
    assert why_not(approved) == {"B2": LineEnd.NOT_HERE}
    assert last(story)[1] == (Phrase.APPROVED, Phrase.SOME_REFUSED)
    guard = next(staff for staff, _ in story.store.people.all_staff() if staff.name == "Guard Rith")
    row = ("line_ended", {"request": request.id, "place": 1, "why": "not_here", "staff": guard.id})
    assert row in journal_rows(story)
    assert story.borrower_of("B2") is None
    assert story.store.requests.waiting_for_copy(story.copy("B2")) is None


def test_each_touch_is_another_reason_and_the_last_one_none(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    request = signs_in(story).requests[0]
    copy_id = story.copy("B1").id
    seen = [strikes(story, "B1").mark_of(request.id, copy_id) for _ in range(4)]
    assert seen == [LineEnd.NOT_HERE, LineEnd.DAMAGED, LineEnd.NOT_ALLOWED, None]
    story.touches(Approve(request.id))
    assert story.borrower_of("B1") == "Dara"


def test_nothing_is_approved_where_all_is_struck_out(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    request = signs_in(story).requests[0]
    desk = strikes(story, "B1")
    story.touches(Approve(request.id))
    assert story.sees(GuardDesk) == desk
    assert story.status.refusal is None


def test_a_book_that_is_not_on_the_card_is_not_struck_out(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    desk = signs_in(story)
    story.touches(StrikeOut(desk.requests[0].id, CopyId(999)))
    assert story.sees(GuardDesk) == desk


def test_a_request_that_is_declined_keeps_the_reasons_of_its_books(story: Storyboard) -> None:
    asks(story, "Dara", "B1", "B2")
    request = signs_in(story).requests[0]
    strikes(story, "B2", times=2)
    story.touches(Decline(request.id))
    ended = {line.copy.barcode: line.why for line in story.sees(Declined).request.ended}
    assert ended == {"B2": LineEnd.DAMAGED}
    kept = dict(
        story.store.connection.execute(
            "SELECT copy.barcode, outcome FROM request_copy JOIN copy ON copy.id = copy_id"
        )
    )
    assert kept == {"B1": "declined", "B2": "damaged"}


def test_what_the_rules_bar_is_told_first_and_then_left_out(story: Storyboard) -> None:
    asks(story, "Dara", "B1", "B2")
    story.store.connection.execute("UPDATE copy SET state = 'withdrawn' WHERE barcode = 'B2'")
    request = signs_in(story).requests[0]
    story.touches(Approve(request.id))
    refusal = refused_over(story, GuardDesk)
    assert refusal is not None
    assert (refusal.reasons, refusal.copy) == ((Reason.COPY_WITHDRAWN,), story.copy("B2"))
    assert story.borrower_of("B1") is None
    story.touches(GoBack())
    assert story.sees(GuardDesk).mark_of(request.id, story.copy("B2").id) is LineEnd.NO_LONGER
    story.touches(Approve(request.id))
    approved = story.sees(Approved)
    assert [loan.copy.barcode for loan in approved.loans] == ["B1"]
    assert why_not(approved) == {"B2": LineEnd.NO_LONGER}


def test_who_was_away_hears_at_the_next_card_what_became_of_it(story: Storyboard) -> None:
    asks(story, "Dara", "B1", "B2")
    story.touches(GoHome())
    request = signs_in(story).requests[0]
    strikes(story, "B2", times=3)
    story.touches(Approve(request.id))
    story.sees(GuardDesk)
    heard(story)
    story.scans_card_of("Dara")
    assert why_not(story.sees(RequestNews)) == {"B1": None, "B2": LineEnd.NOT_ALLOWED}
    assert last(story)[1] == (Phrase.REQUEST_NEWS,)
    story.touches(GoBack())
    assert story.sees(Basket).on_loan == 1
    story.touches(GoHome())
    story.scans_card_of("Dara")
    story.sees(Basket)


def test_who_was_declined_away_is_told_once_also_at_my_books(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    story.touches(GoHome())
    story.touches(Decline(signs_in(story).requests[0].id))
    story.power_is_cut()
    story.touches(Wake())
    story.touches(AskForCard(Purpose.MY_BOOKS))
    story.scans_card_of("Dara")
    assert why_not(story.sees(RequestNews)) == {"B1": LineEnd.DECLINED}
    story.touches(GoBack())
    story.sees(MyBooks)


def test_who_was_declined_face_to_face_is_told_no_second_time(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    story.touches(Decline(signs_in(story).requests[0].id))
    story.sees(Declined)
    story.scans_card_of("Dara")
    story.sees(Basket)


def test_a_request_that_lapsed_is_told_and_a_scan_goes_on_from_there(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    story.touches(GoHome())
    story.passes(timedelta(hours=13))
    story.touches(Wake())
    story.scans_card_of("Dara")
    assert why_not(story.sees(RequestNews)) == {"B1": LineEnd.LAPSED}
    story.scans("B2")
    assert [line.copy.barcode for line in story.sees(Basket).lines] == ["B2"]


def test_the_news_of_one_are_not_shown_to_another(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    story.touches(GoHome())
    story.passes(timedelta(hours=13))
    story.scans_card_of("Sophea")
    story.sees(Basket)
    story.scans_card_of("Dara")
    story.sees(RequestNews)
    story.scans_card_of("Sophea")
    assert story.sees(Basket).reader.name == "Sophea"
