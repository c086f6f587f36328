"""A date was wrong for a while: what was lent meanwhile has its full length from the true day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from appliance.messages import AskForCard, AskForLoan, GoHome
from appliance.model.clock import Doubt, Mended
from appliance.status import AwaitingApproval, MyBooks, Purpose, SettingDate
from appliance.timekeeping.timekeeper import BUILT_AT
from tests.flows.computer import Battery, Computer, two_set
from tests.flows.journal_rows import row_of
from tests.flows.storyboard import Storyboard, borrows

ZONE = ZoneInfo("Asia/Phnom_Penh")
TUESDAY = datetime(2026, 11, 24, 8, 0, tzinfo=ZONE)


@pytest.fixture
def computer(story: Storyboard) -> Computer:
    return Computer(story)


def due_of(story: Storyboard, barcode: str) -> date:
    loan = story.store.loans.of_copy(story.copy(barcode))
    assert loan is not None
    return loan.due_on


@pytest.mark.parametrize(
    "wakes_at",
    [datetime(1970, 1, 1, tzinfo=UTC), datetime(2000, 1, 1, tzinfo=UTC), BUILT_AT],
    ids=["1970", "2000", "the day the program was made"],
)
def test_with_a_dead_battery_loans_of_the_morning_are_mended_once_two_say_the_day(
    computer: Computer, wakes_at: datetime
) -> None:
    story = computer.story
    borrows(story, "Dara", "B1")
    computer.runs_until(datetime(2026, 11, 23, 17, 0, tzinfo=ZONE))
    computer.battery, computer.wakes_at = Battery.DEAD, wakes_at
    computer.is_off_until(TUESDAY)
    assert (story.status.date_doubt, story.status.today) == (Doubt.BEFORE_FLOOR, date(2026, 11, 23))
    assert borrows(story, "Sophea", "B2").loans[0].due_on == date(2026, 12, 7)
    assert two_set(story, computer.true).mended == Mended(loans=1)
    assert (due_of(story, "B1"), due_of(story, "B2")) == (date(2026, 12, 7), date(2026, 12, 8))
    assert borrows(story, "Sophea", "B3").loans[0].due_on == date(2026, 12, 8)
    assert row_of(story, "SELECT json(body) FROM journal WHERE kind = 'loan_mended'") == (
        '{"due_on":"2026-12-08","loan":2,"was":"2026-12-07"}',
    )


def test_over_two_mornings_in_doubt_no_loan_is_short_of_a_day(computer: Computer) -> None:
    story = computer.story
    computer.battery = Battery.DEAD
    computer.is_off_for(timedelta(days=1))
    borrows(story, "Dara", "B1")
    computer.is_off_for(timedelta(days=3))
    borrows(story, "Sophea", "B2")
    two_set(story, computer.true)
    assert due_of(story, "B1") >= date(2026, 11, 24) + timedelta(days=14)
    assert due_of(story, "B2") == computer.true_day + timedelta(days=14)


def test_a_battery_that_is_put_in_again_is_not_believed_before_two_have_said_the_day(
    computer: Computer,
) -> None:
    story = computer.story
    computer.battery = Battery.DEAD
    computer.is_off_for(timedelta(days=1))
    borrows(story, "Dara", "B1")
    computer.battery = Battery.GOOD
    computer.is_off_for(timedelta(days=1))
    assert story.status.date_doubt is Doubt.JUMPED_AHEAD
    two_set(story, computer.true)
    assert due_of(story, "B1") >= date(2026, 11, 24) + timedelta(days=14)
    computer.is_off_for(timedelta(days=3))
    assert (story.status.date_doubt, story.status.today) == (None, computer.true_day)


def test_a_clock_set_back_after_loans_moves_no_date_in_this_boot_nor_in_the_next(computer: Computer) -> None:
    story = computer.story
    borrows(story, "Dara", "B1")
    story.now -= timedelta(days=10)
    computer.runs(timedelta(hours=1))
    assert (story.status.date_doubt, story.status.today) == (Doubt.JUMPED_WHILE_RUNNING, date(2026, 11, 23))
    computer.restarts_the_program()
    assert (story.status.date_doubt, story.status.today) == (Doubt.JUMPED_WHILE_RUNNING, date(2026, 11, 23))
    computer.ahead = timedelta(days=-10)
    computer.is_off_for(timedelta(hours=15))
    assert (story.status.date_doubt, story.status.today) == (Doubt.BEFORE_FLOOR, date(2026, 11, 23))
    borrows(story, "Sophea", "B2")
    two_set(story, computer.true)
    assert (due_of(story, "B1"), due_of(story, "B2")) == (date(2026, 12, 7), date(2026, 12, 8))


@pytest.mark.parametrize("by", [timedelta(days=5), timedelta(days=400), timedelta(days=-400)])
def test_a_jump_while_running_moves_nothing_and_needs_no_mending(computer: Computer, by: timedelta) -> None:
    story = computer.story
    story.now += by
    computer.runs(timedelta(minutes=1))
    assert story.status.date_doubt is Doubt.JUMPED_WHILE_RUNNING
    assert borrows(story, "Dara", "B1").loans[0].due_on == date(2026, 12, 7)
    assert two_set(story, computer.true).mended == Mended()
    assert due_of(story, "B1") == date(2026, 12, 7)


def test_a_program_that_starts_again_in_the_same_boot_needs_no_clock(computer: Computer) -> None:
    story = computer.story
    computer.battery = Battery.DEAD
    computer.is_off_for(timedelta(days=1))
    two_set(story, computer.true)
    computer.runs(timedelta(hours=30))
    computer.restarts_the_program()
    assert (story.status.date_doubt, story.status.today) == (None, computer.true_day)


def test_a_day_that_two_set_wrongly_is_mended_when_two_set_it_right(computer: Computer) -> None:
    story = computer.story
    computer.runs_until(datetime(2026, 12, 3, 9, 0, tzinfo=ZONE))
    two_set(story, computer.true - timedelta(days=10), "Technician Sam")
    assert borrows(story, "Dara", "B1").loans[0].due_on == date(2026, 12, 7)
    computer.is_off_for(timedelta(hours=15))
    assert (story.status.date_doubt, story.status.today) == (None, date(2026, 11, 24))
    assert two_set(story, computer.true).mended == Mended(loans=1)
    assert due_of(story, "B1") == date(2026, 12, 17)


def test_a_day_that_two_set_wrongly_is_mended_whatever_the_wall_clock_did_meanwhile(
    computer: Computer,
) -> None:
    story = computer.story
    computer.runs_until(datetime(2026, 12, 3, 9, 0, tzinfo=ZONE))
    borrows(story, "Sophea", "B2")
    two_set(story, computer.true - timedelta(days=10), "Technician Sam")
    borrows(story, "Dara", "B1")
    story.now += timedelta(days=1)
    computer.runs(timedelta(minutes=1))
    assert story.status.date_doubt is Doubt.JUMPED_WHILE_RUNNING
    assert two_set(story, computer.true).mended == Mended(loans=1)
    assert (due_of(story, "B1"), due_of(story, "B2")) == (date(2026, 12, 17), date(2026, 12, 17))


def test_a_request_keeps_its_age_and_the_journal_says_so(computer: Computer) -> None:
    story = computer.story
    computer.battery = Battery.DEAD
    computer.is_off_for(timedelta(days=2))
    story.scans_card_of("Dara")
    story.scans("B1")
    story.touches(AskForLoan())
    story.sees(AwaitingApproval)
    assert two_set(story, computer.true).mended == Mended(requests=1)
    story.waits(2)
    assert story.store.requests.count_waiting() == 1
    assert story.journal_kinds().count("request_mended") == 1


def test_a_reader_is_told_at_my_books_until_they_renew(computer: Computer) -> None:
    story = computer.story
    computer.battery = Battery.DEAD
    computer.is_off_for(timedelta(days=2))
    borrows(story, "Dara", "B1")
    two_set(story, computer.true)
    story.touches(GoHome())
    story.touches(AskForCard(Purpose.MY_BOOKS))
    story.scans_card_of("Dara")
    (line,) = story.sees(MyBooks).lines
    assert (line.loan.due_was, line.loan.due_on) == (date(2026, 12, 7), date(2026, 12, 9))


def test_both_members_of_staff_see_what_came_of_it_until_somebody_leaves(computer: Computer) -> None:
    story = computer.story
    computer.battery = Battery.DEAD
    computer.is_off_for(timedelta(days=2))
    two_set(story, computer.true)
    assert story.sees(SettingDate).mended == Mended()
    story.touches(GoHome())
    story.scans_card_of("Dara")
    assert "unforeseen" not in story.journal_kinds()
