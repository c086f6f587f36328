"""What guards and technicians are shown, exactly: counts, digits, dates, and what is asked of devices."""

from __future__ import annotations

from datetime import timedelta

from appliance.effects import Examine, PlayTestSound, PrintTestSlip
from appliance.messages import (
    Approve,
    AskForLoan,
    ChangeDate,
    ConfirmDate,
    Decline,
    EnterDigit,
    EraseDigit,
    Examined,
    GoHome,
    PlayAgain,
    SetDate,
    ShowStateCode,
    Started,
    StartTrial,
    TurnPage,
)
from appliance.model import Language
from appliance.model.clock import DateProblem
from appliance.model.findings import Cause, Check, Finding, Verdict
from appliance.status import (
    AwaitingApproval,
    BenchCode,
    DatePart,
    Declined,
    GuardDesk,
    GuardSignIn,
    SettingDate,
    Trial,
)
from tests.flows.storyboard import PIN, Storyboard


def asks(story: Storyboard, name: str, *barcodes: str) -> AwaitingApproval:
    story.scans_card_of(name)
    for barcode in barcodes:
        story.scans(barcode)
    story.touches(AskForLoan())
    return story.sees(AwaitingApproval)


def signs_in(story: Storyboard, name: str = "Guard Rith") -> None:
    story.scans_badge_of(name)
    story.types_pin()


def test_digits_are_shown_by_their_number_and_taken_back_one_by_one(story: Storyboard) -> None:
    story.scans_badge_of("Guard Rith")
    assert story.sees(GuardSignIn).digits == 0
    story.touches(EraseDigit())
    assert story.sees(GuardSignIn).digits == 0
    story.types_pin(PIN[:3] + "0")
    assert story.sees(GuardSignIn).digits == 4
    story.touches(EraseDigit())
    assert story.sees(GuardSignIn).digits == 3
    story.touches(EnterDigit(10))
    story.touches(EnterDigit(-1))
    assert story.sees(GuardSignIn).digits == 3
    story.types_pin(PIN[3:])
    story.sees(GuardDesk)


def test_another_badge_takes_the_guards_place(story: Storyboard) -> None:
    signs_in(story)
    story.scans_badge_of("Librarian Mony")
    staff = story.sees(GuardSignIn).staff
    assert staff is not None
    assert staff.name == "Librarian Mony"
    story.types_pin()
    assert story.sees(GuardDesk).staff == staff


def test_a_decision_about_somebody_elsewhere_keeps_the_desk_and_is_counted(story: Storyboard) -> None:
    for name, barcode in (("Dara", "B1"), ("Sophea", "B2"), ("Vichet", "B3")):
        asks(story, name, barcode)
        story.touches(GoHome())
    story.passes(timedelta(minutes=10))  # nobody of them waits beside the kiosk any more
    signs_in(story)
    desk = story.sees(GuardDesk)
    assert (desk.waiting, desk.pages, desk.decided) == (3, 2, 0)
    story.scans("B1")
    story.touches(Decline(desk.requests[0].id))
    desk = story.sees(GuardDesk)
    assert (desk.waiting, desk.pages, desk.decided, desk.whereabouts) == (2, 1, 1, None)
    assert [request.reader.name for request in desk.requests] == ["Sophea", "Vichet"]
    story.scans("B2")
    story.touches(Approve(desk.requests[0].id))
    desk = story.sees(GuardDesk)
    assert (desk.waiting, desk.decided, desk.whereabouts) == (1, 2, None)
    assert story.borrower_of("B2") == "Sophea"


def test_a_page_of_requests_that_is_not_there_is_the_nearest_one(story: Storyboard) -> None:
    for name, barcode in (("Dara", "B1"), ("Sophea", "B2"), ("Vichet", "B3")):
        asks(story, name, barcode)
        story.touches(GoHome())
    signs_in(story)
    for page, shown in ((9, 1), (-3, 0), (1, 1)):
        story.touches(TurnPage(page))
        assert story.sees(GuardDesk).page == shown


def test_a_declined_reader_sees_what_they_had_asked_for(story: Storyboard) -> None:
    story.store.connection.execute("UPDATE staff SET language = 'fr'")
    request = asks(story, "Dara", "B1").request
    signs_in(story)
    story.touches(Decline(request.id))
    assert story.sees(Declined).request == request
    assert story.status.language is Language.KM
    story.touches(GoHome())
    signs_in(story)
    assert story.sees(GuardDesk).waiting == 0


def test_a_date_before_the_journal_is_refused_with_the_day_it_may_be(story: Storyboard) -> None:
    story.post(Started())
    signs_in(story)
    story.touches(SetDate())
    at = story.sees(SettingDate).at
    story.touches(ChangeDate(DatePart.DAY, -1))
    story.touches(ConfirmDate())
    refused = story.sees(SettingDate)
    assert (refused.problem, refused.not_before) == (DateProblem.BEFORE_JOURNAL, story.library.today)
    assert refused.at == at - timedelta(days=1)
    story.touches(ChangeDate(DatePart.DAY, 1))
    mended = story.sees(SettingDate)
    assert (mended.at, mended.problem, mended.not_before) == (at, None, None)


def test_the_second_of_two_sees_the_time_that_has_gone_on_and_who_was_first(story: Storyboard) -> None:
    story.post(Started())
    signs_in(story)
    first = story.sees(GuardDesk).staff
    story.touches(SetDate())
    at = story.sees(SettingDate).at
    assert (at.second, at.microsecond) == (0, 0)
    story.touches(ConfirmDate())
    assert story.sees(SettingDate) == SettingDate(at, None, first)
    story.waits(20)
    signs_in(story, "Librarian Mony")
    shown = story.sees(SettingDate)
    assert (shown.at, shown.first) == (at + timedelta(seconds=20), first)
    assert shown.staff is not None
    assert shown.staff.name == "Librarian Mony"


def test_the_state_code_tells_what_is_found_while_it_is_shown(story: Storyboard) -> None:
    signs_in(story, "Technician Sam")
    story.touches(ShowStateCode())
    before = story.sees(BenchCode).state
    story.post(Examined((Finding(Check.PAPER, Verdict.BAD, Cause.PAPER_OUT),)))
    after = story.sees(BenchCode).state
    assert after != before


def test_the_bench_asks_for_exactly_what_each_trial_needs(story: Storyboard) -> None:
    signs_in(story, "Technician Sam")
    assert [effect for effect in story.effects if isinstance(effect, Examine)] == [Examine()]
    story.effects.clear()
    story.touches(StartTrial(Trial.SLIP))
    assert PrintTestSlip(story.status.language) in story.effects
    story.effects.clear()
    story.touches(GoHome())
    signs_in(story, "Technician Sam")
    story.touches(StartTrial(Trial.SOUND))
    story.touches(PlayAgain())
    assert [effect for effect in story.effects if isinstance(effect, PlayTestSound)] == [PlayTestSound()] * 2


def test_a_second_one_who_signs_in_too_late_is_the_first_of_a_new_pair(story: Storyboard) -> None:
    story.post(Started())
    signs_in(story)
    story.touches(SetDate())
    story.touches(ConfirmDate())
    story.waits(59)
    story.scans_badge_of("Librarian Mony")
    story.waits(2)
    story.types_pin()
    shown = story.sees(SettingDate)
    assert (shown.problem, shown.first) == (DateProblem.TOO_LATE, None)
    assert shown.staff is not None
    assert shown.staff.name == "Librarian Mony"
