"""A guard signs in: the request of who stands here is marked and first, and the others are told apart."""

from __future__ import annotations

from datetime import date, timedelta

from appliance.kiosk.staff.at_the_kiosk import JUST_NOW_S
from appliance.messages import (
    Approve,
    AskForLoan,
    GoHome,
    OpenRequest,
    SignOut,
    StartReturning,
    TurnPage,
    Wake,
)
from appliance.status import Approved, GuardDesk, Home, Presence, ReaderStanding
from tests.flows.storyboard import Storyboard, borrows

GUARD = "Guard Rith"


def asks(story: Storyboard, name: str, *barcodes: str) -> None:
    story.scans_card_of(name)
    for barcode in barcodes:
        story.scans(barcode)
    story.touches(AskForLoan())


def signs_in(story: Storyboard) -> GuardDesk:
    story.scans_badge_of(GUARD)
    story.types_pin()
    return story.sees(GuardDesk)


def presences(desk: GuardDesk) -> list[tuple[str, Presence, bool]]:
    return [
        (request.reader.name, desk.presence_of(request.id), desk.is_open(request.id))
        for request in desk.requests
    ]


def test_whose_session_is_open_comes_first_and_alone_can_be_answered_at_once(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    asks(story, "Sophea", "B2", "B3")
    desk = signs_in(story)
    assert presences(desk) == [("Sophea", Presence.HERE, True), ("Dara", Presence.AWAY, False)]


def test_whose_session_was_open_just_now_comes_first_too_and_is_told_apart(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    story.touches(GoHome())
    asks(story, "Sophea", "B2", "B3")
    story.touches(GoHome())
    desk = signs_in(story)
    assert presences(desk) == [("Sophea", Presence.JUST_HERE, False), ("Dara", Presence.AWAY, False)]


def test_approving_who_just_left_keeps_the_desk_open_for_the_others(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    story.touches(GoHome())
    asks(story, "Sophea", "B2")
    story.touches(GoHome())
    first = signs_in(story).requests[0]
    story.touches(OpenRequest(first.id))
    assert story.sees(GuardDesk).is_open(first.id)
    story.touches(Approve(first.id))
    assert presences(story.sees(GuardDesk)) == [("Dara", Presence.AWAY, False)]
    assert (story.borrower_of("B2"), story.borrower_of("B1")) == ("Sophea", None)


def test_another_readers_card_since_then_and_a_long_while_make_it_nobody(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    story.touches(GoHome())
    story.scans_card_of("Vichet")
    story.touches(GoHome())
    assert presences(signs_in(story)) == [("Dara", Presence.AWAY, False)]
    story.touches(SignOut())
    asks(story, "Dara")
    story.touches(GoHome())
    story.passes(timedelta(seconds=JUST_NOW_S + 1))
    assert presences(signs_in(story)) == [("Dara", Presence.AWAY, False)]


def test_a_screen_that_ended_by_itself_counts_from_the_last_touch(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    story.waits(120)
    story.sees(Home)
    assert presences(signs_in(story)) == [("Dara", Presence.JUST_HERE, False)]


def test_it_is_still_known_after_somebody_looked_at_returns(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    story.touches(GoHome())
    story.touches(StartReturning())
    story.touches(GoHome())
    assert presences(signs_in(story)) == [("Dara", Presence.JUST_HERE, False)]


def test_while_the_desk_is_open_nobody_changes_places(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    story.touches(GoHome())
    asks(story, "Sophea", "B2")
    story.touches(GoHome())
    before = presences(signs_in(story))
    for _ in range(6):
        story.passes(timedelta(seconds=60))
        story.touches(Wake())
    story.touches(TurnPage(0))
    assert presences(story.sees(GuardDesk)) == before


def test_what_was_looked_at_stays_so_while_its_page_is_shown(story: Storyboard) -> None:
    for name, barcode in (("Dara", "B1"), ("Sophea", "B2"), ("Vichet", "B3")):
        asks(story, name, barcode)
        story.touches(GoHome())
    one, other = signs_in(story).requests
    story.touches(OpenRequest(other.id))
    desk = story.sees(GuardDesk)
    assert (desk.is_open(one.id), desk.is_open(other.id)) == (False, True)
    story.touches(OpenRequest(one.id))
    desk = story.sees(GuardDesk)
    assert (desk.is_open(one.id), desk.is_open(other.id)) == (True, True)
    story.touches(TurnPage(1))
    assert story.sees(GuardDesk).opened == frozenset()


def test_deciding_whoever_stands_here_still_hands_the_screen_back(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    desk = signs_in(story)
    story.touches(Approve(desk.requests[0].id))
    assert story.sees(Approved).reader.name == "Dara"


def test_each_request_tells_how_many_books_its_reader_has_and_until_when(story: Storyboard) -> None:
    borrows(story, "Dara", "B1")
    asks(story, "Dara", "B2")
    story.touches(GoHome())
    asks(story, "Sophea", "B3")
    desk = signs_in(story)
    sophea, dara = desk.standings
    assert sophea == ReaderStanding(0, 3, None, date(2026, 12, 7))
    assert dara == ReaderStanding(1, 3, None, date(2026, 12, 7))


def test_a_late_book_is_told_with_its_day(story: Storyboard) -> None:
    borrows(story, "Dara", "B1")
    story.passes(timedelta(days=13))
    asks(story, "Dara", "B2")
    story.touches(GoHome())
    story.passes(timedelta(hours=11))
    assert signs_in(story).standings[0].late_since is None
    story.touches(SignOut())
    story.store.connection.execute("UPDATE loan SET due_on = '2026-12-01'")
    assert signs_in(story).standings[0].late_since == date(2026, 12, 1)
