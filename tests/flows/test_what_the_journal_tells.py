"""The journal's rows, word for word: what is read years later, and elsewhere, is kept as it was promised."""

from __future__ import annotations

from datetime import timedelta

from appliance.messages import (
    AnswerTrial,
    Approve,
    AskForCard,
    AskForLoan,
    Crashed,
    Decline,
    DriverFailed,
    Examined,
    GoHome,
    PrintAgain,
    Renew,
    ScanRefused,
    SlipFailed,
    SlipPrinted,
    Started,
    StartReturning,
    StartTrial,
    Stopped,
    TakeBackRequest,
    Wake,
)
from appliance.messages.events import ScanProblem
from appliance.model import PrinterState, Side
from appliance.model.findings import Cause, Check, Finding, Verdict
from appliance.status import Approved, AwaitingApproval, GuardDesk, Home, Purpose, Trial
from tests.flows.journal_rows import journal_rows
from tests.flows.storyboard import Storyboard, borrows


def asks(story: Storyboard, name: str, barcode: str) -> int:
    story.scans_card_of(name)
    story.scans(barcode)
    story.touches(AskForLoan())
    return story.sees(AwaitingApproval).request.id


def signs_in(story: Storyboard) -> GuardDesk:
    story.scans_badge_of("Guard Rith")
    story.types_pin()
    return story.sees(GuardDesk)


def guard(story: Storyboard) -> int:
    return next(staff.id for staff, _ in story.store.people.all_staff() if staff.name == "Guard Rith")


def test_a_loan_is_told_from_the_request_to_the_return(story: Storyboard) -> None:
    request = asks(story, "Dara", "B1")
    signs_in(story)
    story.touches(Approve(story.sees(GuardDesk).requests[0].id))
    loan = story.sees(Approved).loans[0].id
    story.touches(GoHome())
    story.touches(StartReturning())
    story.scans("B1")
    assert journal_rows(story)[-6:] == [
        ("asked", {"request": request, "copies": 1}),
        ("pin_tried", {"staff": guard(story), "failures": 1}),
        ("signed_in", {"staff": guard(story)}),
        ("approved", {"request": request, "staff": guard(story)}),
        ("lent", {"loan": loan, "request": request}),
        ("returned", {"loan": loan}),
    ]


def test_a_declined_request_names_the_guard_and_one_taken_back_names_nobody(story: Storyboard) -> None:
    request = asks(story, "Dara", "B1")
    story.touches(TakeBackRequest())
    assert journal_rows(story)[-1] == ("taken_back", {"request": request, "staff": None})
    request = asks(story, "Dara", "B1")
    signs_in(story)
    story.touches(Decline(story.sees(GuardDesk).requests[0].id))
    assert journal_rows(story)[-1] == ("declined", {"request": request, "staff": guard(story)})


def test_a_request_that_lapses_is_told_with_nobody_who_decided(story: Storyboard) -> None:
    request = asks(story, "Dara", "B1")
    story.stays(timedelta(hours=13))
    assert [body for kind, body in journal_rows(story) if kind == "lapsed"] == [
        {"request": request, "staff": None}
    ]


def test_a_renewal_tells_the_new_date(story: Storyboard) -> None:
    loan = borrows(story, "Chanthy", "B1").loans[0]
    story.touches(GoHome())
    story.passes(timedelta(days=23))
    story.touches(Wake())
    story.touches(AskForCard(Purpose.MY_BOOKS))
    story.scans_card_of("Chanthy")
    story.touches(Renew(loan.id))
    due_on = (story.library.today + timedelta(days=30)).isoformat()
    assert journal_rows(story)[-1] == ("renewed", {"loan": loan.id, "due_on": due_on})


def test_a_found_book_is_told_by_its_copy(story: Storyboard) -> None:
    story.store.connection.execute("UPDATE copy SET state = 'lost' WHERE barcode = 'B1'")
    story.touches(Wake())
    story.touches(StartReturning())
    story.scans("B1")
    assert journal_rows(story)[-1] == ("found", {"copy": story.copy("B1").id})


def test_a_slip_asked_for_again_tells_which_print_and_who_of_the_staff(story: Storyboard) -> None:
    number = borrows(story, "Chanthy", "B1").request_id
    story.post(SlipPrinted(number))
    story.touches(PrintAgain())
    assert journal_rows(story)[-1] == ("slip_again", {"request": number, "print": 2, "staff": None})
    story.post(SlipPrinted(number, 2))
    story.touches(GoHome())
    signs_in(story)
    story.scans("B1")
    story.touches(PrintAgain())
    assert journal_rows(story)[-1] == ("slip_again", {"request": number, "print": 3, "staff": guard(story)})


def test_a_slip_that_failed_is_told_by_its_request_and_its_print(story: Storyboard) -> None:
    number = borrows(story, "Chanthy", "B1").request_id
    story.post(SlipFailed(number, PrinterState.NO_PAPER, begun=True))
    assert journal_rows(story)[-1] == ("slip_failed", {"request": number, "print": 1})


def test_start_stop_and_crash_are_told_and_the_next_start_knows_how_it_ended(story: Storyboard) -> None:
    story.post(Started())
    story.post(Stopped())
    story.post(Started())
    story.post(Crashed("ValueError", "loans.py:12"))
    story.post(Started())
    told = [(kind, body) for kind, body in journal_rows(story) if kind in ("started", "stopped", "crashed")]
    assert told == [
        ("started", {"after_sudden_end": False}),
        ("stopped", {}),
        ("started", {"after_sudden_end": False}),
        ("crashed", {"error": "ValueError", "place": "loans.py:12"}),
        ("started", {"after_sudden_end": True}),
    ]
    story.post(Stopped())
    story.power_is_cut()
    story.post(Started())
    told = [(kind, body) for kind, body in journal_rows(story) if kind == "started"]
    assert told[-1] == ("started", {"after_sudden_end": False})


def test_a_driver_that_failed_and_a_scan_that_was_none_are_told(story: Storyboard) -> None:
    story.post(DriverFailed("scanner", "OSError", "device.py:40"))
    assert journal_rows(story)[-1] == (
        "driver_failed",
        {"device": "scanner", "error": "OSError", "place": "device.py:40"},
    )
    story.post(ScanRefused(ScanProblem.TOO_LONG, Side.GUARD))
    assert journal_rows(story)[-1] == ("scan_refused", {"problem": "too_long", "side": "guard"})


def test_wrong_pins_are_told_with_their_number_and_the_fifteenth_kills_the_badge(story: Storyboard) -> None:
    for number in range(1, 16):
        story.passes(timedelta(days=2))
        story.touches(GoHome())
        story.scans_badge_of("Guard Rith")
        story.types_pin("000000")
        kind = "wrong_pin" if number < 15 else "badge_revoked"
        body = {"staff": guard(story), "failures": number}
        assert journal_rows(story)[-2:] == [("pin_tried", body), (kind, body)]
    story.touches(GoHome())
    story.sees(Home)


def test_a_visit_at_the_bench_is_told_with_whose_it_was(story: Storyboard) -> None:
    story.scans_badge_of("Technician Sam")
    story.types_pin()
    sam = next(staff.id for staff, _ in story.store.people.all_staff() if staff.name == "Technician Sam")
    story.post(Examined((Finding(Check.PAPER, Verdict.BAD, Cause.PAPER_OUT),)))
    story.touches(StartTrial(Trial.SOUND))
    story.touches(AnswerTrial(well=True))
    story.touches(GoHome())
    kind, body = journal_rows(story)[-1]
    assert (kind, body["staff"], body["tried"]) == ("bench_visited", sam, {"sound": "sound_heard"})
    assert "paper_out" in body["faults"]
