"""The clock is wrong: lending goes on, and two members of staff say what day it is."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from appliance.messages import AskForLoan, ChangeDate, ConfirmDate, SetDate, Started
from appliance.model.clock import DateProblem, Doubt
from appliance.status import DatePart, GuardDesk, SettingDate
from tests.flows.storyboard import MONDAY, Storyboard, borrows

FIRST, SECOND, TECHNICIAN = "Guard Rith", "Librarian Mony", "Technician Sam"


def starts_at(story: Storyboard, wall: datetime) -> None:
    """The power comes back, and the wall clock says this."""
    story.now = wall
    story.power_is_cut()
    story.post(Started())


def a_first_start(story: Storyboard) -> None:
    story.post(Started())


def asks_for_the_date(story: Storyboard, name: str = FIRST) -> SettingDate:
    story.scans_badge_of(name)
    story.types_pin()
    story.touches(SetDate())
    return story.sees(SettingDate)


def confirms_second(story: Storyboard, name: str = SECOND) -> None:
    story.scans_badge_of(name)
    story.types_pin()
    story.touches(ConfirmDate())


def sets_days_ahead(story: Storyboard, days: int) -> None:
    asks_for_the_date(story)
    for _ in range(days):
        story.touches(ChangeDate(DatePart.DAY, 1))
    story.touches(ConfirmDate())
    confirms_second(story)


def moments(story: Storyboard) -> list[str]:
    return [at for (at,) in story.store.connection.execute("SELECT at FROM journal ORDER BY seq")]


def test_1970_at_boot_is_in_doubt_and_lending_goes_on_from_the_floor(story: Storyboard) -> None:
    a_first_start(story)
    starts_at(story, datetime(1970, 1, 1, tzinfo=UTC))
    assert story.status.date_doubt is Doubt.BEFORE_FLOOR
    assert story.status.today == date(2026, 11, 23)
    borrows(story, "Dara", "B1")
    assert moments(story) == sorted(moments(story))


def test_a_jump_of_three_weeks_over_a_closing_offers_the_clocks_own_date(story: Storyboard) -> None:
    a_first_start(story)
    starts_at(story, MONDAY + timedelta(days=21))
    assert story.status.date_doubt is Doubt.JUMPED_AHEAD
    assert story.status.today == date(2026, 11, 23)
    assert asks_for_the_date(story).at.date() == date(2026, 12, 14)


def test_a_clock_set_back_while_running_moves_no_date(story: Storyboard) -> None:
    a_first_start(story)
    story.now -= timedelta(days=400)
    story.waits(1)
    assert story.status.date_doubt is Doubt.JUMPED_WHILE_RUNNING
    assert story.status.today == date(2026, 11, 23)


def test_two_members_of_staff_set_the_date_and_doubtful_loans_move_with_it(story: Storyboard) -> None:
    a_first_start(story)
    starts_at(story, datetime(1970, 1, 1, tzinfo=UTC))
    due_on = borrows(story, "Dara", "B1").loans[0].due_on
    sets_days_ahead(story, 3)
    assert story.status.date_doubt is None
    assert story.status.today == date(2026, 11, 26)
    loan = story.store.loans.of_copy(story.copy("B1"))
    assert loan is not None
    assert loan.due_on == due_on + timedelta(days=3)
    assert story.journal_kinds().count("date_set") == 1
    story.now += timedelta(minutes=1)
    starts_at(story, story.now)
    assert story.status.date_doubt is None
    assert story.status.today == date(2026, 11, 26)


def test_the_same_badge_twice_is_refused(story: Storyboard) -> None:
    asks_for_the_date(story)
    story.touches(ConfirmDate())
    story.scans_badge_of(FIRST)
    assert story.sees(SettingDate).problem is DateProblem.SAME_BADGE
    assert "date_set" not in story.journal_kinds()


def test_a_second_one_who_comes_too_late_sets_nothing(story: Storyboard) -> None:
    a_first_start(story)
    starts_at(story, datetime(1970, 1, 1, tzinfo=UTC))
    asks_for_the_date(story)
    story.touches(ConfirmDate())
    story.waits(40)
    story.scans_badge_of(SECOND)
    story.types_pin()
    story.waits(25)
    story.touches(ConfirmDate())
    assert story.sees(SettingDate).problem is DateProblem.TOO_LATE
    assert story.status.date_doubt is Doubt.BEFORE_FLOOR


def test_a_power_cut_between_the_two_sets_nothing(story: Storyboard) -> None:
    a_first_start(story)
    starts_at(story, datetime(1970, 1, 1, tzinfo=UTC))
    asks_for_the_date(story)
    story.touches(ConfirmDate())
    starts_at(story, story.now)
    story.scans_badge_of(SECOND)
    story.types_pin()
    story.sees(GuardDesk)
    assert "date_set" not in story.journal_kinds()


def test_a_date_before_the_journal_needs_a_technician_and_then_keeps_the_journals_order(
    story: Storyboard,
) -> None:
    a_first_start(story)
    starts_at(story, datetime(1970, 1, 1, tzinfo=UTC))
    sets_days_ahead(story, 10)
    asks_for_the_date(story, TECHNICIAN)
    for _ in range(10):
        story.touches(ChangeDate(DatePart.DAY, -1))
    story.touches(ConfirmDate())
    confirms_second(story)
    assert story.status.today == date(2026, 11, 23)
    starts_at(story, story.now + timedelta(hours=1))
    assert (story.status.date_doubt, story.status.today) == (None, date(2026, 11, 23))
    borrows(story, "Dara", "B1")
    assert moments(story) == sorted(moments(story))


def test_a_loan_in_doubt_keeps_its_due_date_however_far_the_date_goes_back(story: Storyboard) -> None:
    a_first_start(story)
    sets_days_ahead(story, 30)
    starts_at(story, datetime(1970, 1, 1, tzinfo=UTC))
    borrows(story, "Dara", "B1")
    asks_for_the_date(story, TECHNICIAN)
    for _ in range(30):
        story.touches(ChangeDate(DatePart.DAY, -1))
    story.touches(ConfirmDate())
    confirms_second(story)
    assert story.status.today == date(2026, 11, 23)
    loan = story.store.loans.of_copy(story.copy("B1"))
    assert loan is not None
    assert (loan.lent_at.date(), loan.due_on) == (date(2026, 11, 23), date(2027, 1, 6))


def test_a_guard_cannot_go_back_before_the_journal(story: Storyboard) -> None:
    a_first_start(story)
    starts_at(story, datetime(1970, 1, 1, tzinfo=UTC))
    asks_for_the_date(story)
    story.touches(ChangeDate(DatePart.DAY, -1))
    story.touches(ConfirmDate())
    assert story.sees(SettingDate).problem is DateProblem.BEFORE_JOURNAL
    story.touches(ChangeDate(DatePart.YEAR, -1))
    story.touches(ConfirmDate())
    assert story.sees(SettingDate).problem is DateProblem.BEFORE_PROGRAM


def test_a_request_does_not_lapse_by_setting_the_date(story: Storyboard) -> None:
    a_first_start(story)
    starts_at(story, datetime(1970, 1, 1, tzinfo=UTC))
    story.scans_card_of("Dara")
    story.scans("B1")
    story.touches(AskForLoan())
    sets_days_ahead(story, 3)
    story.waits(2)
    assert story.store.requests.count_waiting() == 1
