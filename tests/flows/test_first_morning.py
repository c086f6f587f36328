"""A night, a weekend, a week of holidays, a fortnight: what day it is when the kiosk is on again."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from appliance.messages import AskForCard, ConfirmDate, ExamineAgain, Examined, GoHome, SetDate
from appliance.model import Objection, Reason
from appliance.model.clock import Doubt, Mended
from appliance.model.findings import Cause, Check, Finding, Verdict
from appliance.status import Basket, Bench, GuardDesk, MyBooks, Purpose, SettingDate
from tests.flows.computer import Battery, Computer, asks_for_the_date, two_set
from tests.flows.storyboard import Storyboard, borrows

ZONE = ZoneInfo("Asia/Phnom_Penh")
SATURDAY = datetime(2026, 11, 28, 10, 0, tzinfo=ZONE)
FRIDAY_EVENING = datetime(2026, 12, 11, 17, 0, tzinfo=ZONE)
MONDAY_MORNING = datetime(2026, 12, 14, 8, 0, tzinfo=ZONE)


def reasons(story: Storyboard) -> list[Reason]:
    refusal = story.status.refusal
    assert refusal is not None
    return [objection.reason for objection in refusal.objections]


def my_books(story: Storyboard, name: str) -> MyBooks:
    story.touches(GoHome())
    story.touches(AskForCard(Purpose.MY_BOOKS))
    story.scans_card_of(name)
    return story.sees(MyBooks)


@pytest.fixture
def computer(story: Storyboard) -> Computer:
    return Computer(story)


@pytest.fixture
def friday(computer: Computer) -> Computer:
    """Dara's book is due on Saturday; the kiosk is switched off on Friday at five."""
    computer.runs_until(SATURDAY)
    borrows(computer.story, "Dara", "B1")
    computer.runs_until(FRIDAY_EVENING)
    return computer


def test_after_a_night_nothing_is_asked(friday: Computer) -> None:
    friday.is_off_for(timedelta(hours=15))
    status = friday.story.status
    assert (status.today, status.date_doubt, status.off_since) == (date(2026, 12, 12), None, None)
    assert "clock_believed" not in friday.story.journal_kinds()


def test_after_a_weekend_it_is_monday_and_the_rules_are_mondays(friday: Computer) -> None:
    friday.is_off_until(MONDAY_MORNING)
    story = friday.story
    assert (story.status.today, story.status.date_doubt) == (date(2026, 12, 14), None)
    story.scans_card_of("Dara")
    story.scans("B2")
    assert reasons(story) == [Reason.OVERDUE_LOANS]
    (loan,) = borrows(story, "Sophea", "B3").loans
    assert loan.due_on == date(2026, 12, 28)


def test_a_weekend_is_marked_and_one_member_of_staff_says_that_the_date_is_right(friday: Computer) -> None:
    friday.is_off_until(MONDAY_MORNING)
    story = friday.story
    assert story.journal_kinds().count("clock_believed") == 1
    asked = asks_for_the_date(story)
    assert (asked.off_since, asked.at.date()) == (date(2026, 12, 11), date(2026, 12, 14))
    story.touches(ConfirmDate())
    story.sees(GuardDesk)
    assert story.status.off_since is None
    assert story.journal_kinds().count("date_looked_at") == 1
    friday.is_off_for(timedelta(hours=1))
    assert story.status.off_since is None


def test_a_mark_stays_until_somebody_looks(friday: Computer) -> None:
    friday.is_off_until(MONDAY_MORNING)
    friday.runs(timedelta(hours=9))
    friday.is_off_for(timedelta(hours=15))
    assert friday.story.status.off_since == date(2026, 12, 11)
    assert friday.story.journal_kinds().count("clock_believed") == 1


@pytest.mark.parametrize("days", [3, 7, 9, 13])
def test_a_week_of_holidays_is_believed_with_a_mark(friday: Computer, days: int) -> None:
    friday.is_off_for(timedelta(days=days, hours=15))
    status = friday.story.status
    assert (status.today, status.date_doubt) == (friday.true_day, None)
    assert status.off_since == date(2026, 12, 11)


def test_after_more_than_a_fortnight_two_confirm_what_the_clock_says_and_loans_are_mended(
    friday: Computer,
) -> None:
    story = friday.story
    story.blocks("Vichet", days=0)
    friday.is_off_for(timedelta(days=15))
    assert (story.status.date_doubt, story.status.today) == (Doubt.JUMPED_AHEAD, date(2026, 12, 11))
    story.scans_card_of("Vichet")
    story.scans("B2")
    assert story.status.refusal is not None
    assert story.status.refusal.objections == (Objection(Reason.READER_BLOCKED, date(2026, 12, 11)),)
    assert borrows(story, "Sophea", "B3").loans[0].due_on == date(2026, 12, 25)
    assert asks_for_the_date(story).at.date() == date(2026, 12, 26)
    assert two_set(story, friday.true).mended == Mended(loans=1)
    (line,) = my_books(story, "Sophea").lines
    assert (line.loan.due_on, line.loan.due_was) == (date(2027, 1, 9), date(2026, 12, 25))
    (line,) = my_books(story, "Dara").lines
    assert (line.loan.due_on, line.loan.due_was) == (date(2026, 12, 12), None)
    story.scans_card_of("Vichet")
    story.scans("B2")
    assert len(story.sees(Basket).lines) == 1


def test_a_clock_that_ran_ahead_is_put_back_by_any_two_and_nobody_loses_a_day(friday: Computer) -> None:
    story = friday.story
    friday.ahead = timedelta(days=6)
    friday.is_off_until(MONDAY_MORNING)
    assert (story.status.today, story.status.date_doubt) == (date(2026, 12, 20), None)
    assert borrows(story, "Sophea", "B3").loans[0].due_on == date(2027, 1, 3)
    assert two_set(story, friday.true).mended == Mended()
    assert story.status.today == date(2026, 12, 14)
    (line,) = my_books(story, "Sophea").lines
    assert (line.loan.due_on, line.loan.due_was) == (date(2027, 1, 3), None)
    assert line.loan.lent_at.astimezone(ZONE).date() == date(2026, 12, 14)
    assert borrows(story, "Vichet", "B4").loans[0].due_on == date(2026, 12, 28)
    (line,) = my_books(story, "Dara").lines
    assert line.loan.lent_at.astimezone(ZONE).date() == date(2026, 11, 28)
    friday.is_off_for(timedelta(days=1))
    assert (story.status.today, story.status.date_doubt) == (date(2026, 12, 15), None)


def test_a_date_that_one_has_looked_at_is_put_back_by_a_technician_only(friday: Computer) -> None:
    story = friday.story
    friday.ahead = timedelta(days=6)
    friday.is_off_until(MONDAY_MORNING)
    asks_for_the_date(story)
    story.touches(ConfirmDate())
    assert two_set(story, friday.true).problem is not None
    assert two_set(story, friday.true, "Technician Sam").mended == Mended()
    assert story.status.today == friday.true_day


def test_a_date_that_two_have_set_is_marked_no_longer_even_after_a_power_cut(friday: Computer) -> None:
    friday.is_off_until(MONDAY_MORNING)
    two_set(friday.story, friday.true + timedelta(minutes=2))
    assert friday.story.store.dates.record().leap is None
    friday.is_off_for(timedelta(minutes=5), in_good_order=False)
    assert friday.story.status.off_since is None


def test_a_mark_gives_way_to_a_doubt(friday: Computer) -> None:
    friday.is_off_until(MONDAY_MORNING)
    friday.story.now += timedelta(hours=1)
    friday.runs(timedelta(minutes=1))
    status = friday.story.status
    assert (status.date_doubt, status.off_since) == (Doubt.JUMPED_WHILE_RUNNING, None)


def test_a_weekend_without_a_battery_clock_needs_two(friday: Computer) -> None:
    friday.battery = Battery.NONE
    friday.is_off_until(MONDAY_MORNING)
    status = friday.story.status
    assert (status.today, status.date_doubt) == (date(2026, 12, 11), Doubt.NO_RTC)
    assert status.off_since is None


def test_a_believed_date_that_was_changed_on_the_screen_needs_two(friday: Computer) -> None:
    friday.is_off_until(MONDAY_MORNING)
    story = friday.story
    two_set(story, friday.true - timedelta(days=1))
    assert story.journal_kinds().count("date_set") == 1
    assert "date_looked_at" not in story.journal_kinds()


def test_a_desk_is_shown_again_after_the_date_was_looked_at_and_by_the_way_back(friday: Computer) -> None:
    friday.is_off_until(MONDAY_MORNING)
    story = friday.story
    asks_for_the_date(story)
    story.touches(ConfirmDate())
    story.sees(GuardDesk)
    story.touches(SetDate())
    assert story.sees(SettingDate).off_since is None


def test_the_bench_says_for_how_long_the_kiosk_was_off_until_somebody_has_looked(friday: Computer) -> None:
    friday.is_off_until(MONDAY_MORNING)
    story = friday.story
    story.scans_badge_of("Technician Sam")
    story.types_pin()
    for findings in ((), (Finding(Check.CLOCK, Verdict.GOOD, Cause.CLOCK_TRUE),)):
        story.post(Examined(findings))
        told = {(one.cause, one.figures) for one in story.sees(Bench).findings}
        assert (Cause.CLOCK_BELIEVED, (("days", 2),)) in told
    story.touches(SetDate())
    story.touches(ConfirmDate())
    story.touches(ExamineAgain())
    assert Cause.CLOCK_BELIEVED not in {one.cause for one in story.sees(Bench).findings}


def test_no_day_is_closed_before_somebody_has_looked_at_a_believed_date(friday: Computer) -> None:
    story = friday.story
    story.waits(60)
    friday.is_off_until(MONDAY_MORNING)
    closed = story.journal_kinds().count("day_closed")
    story.waits(10)
    assert story.journal_kinds().count("day_closed") == closed
    asks_for_the_date(story)
    story.touches(ConfirmDate())
    story.waits(10)
    assert story.journal_kinds().count("day_closed") == closed + 3
