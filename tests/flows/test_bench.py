"""The technician's bench: how the unit is, how it is photographed, and how the visit ends."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from appliance.effects import Examine
from appliance.messages import (
    AnswerTrial,
    Approve,
    ExamineAgain,
    Examined,
    GoBack,
    GoHome,
    PlayAgain,
    ShowStateCode,
    StartTrial,
    TouchTarget,
    TurnPage,
)
from appliance.model import RequestId
from appliance.model.findings import Cause, Check, Finding, Verdict
from appliance.status import (
    Basket,
    Bench,
    BenchCode,
    GuardDesk,
    Home,
    SlipTrial,
    Trial,
)
from tests.flows.storyboard import Storyboard, borrows

NO_SOUND = Finding(Check.SOUND, Verdict.WATCH, Cause.SOUND_NO_DEVICE)
OUT_OF_PAPER = Finding(Check.PAPER, Verdict.BAD, Cause.PAPER_OUT)
SCANNER_WELL = Finding(Check.SCANNER, Verdict.GOOD, Cause.SCANNER_READY, (("side", "reader"),))


def at_bench(story: Storyboard) -> Bench:
    story.scans_badge_of("Technician Sam")
    story.types_pin()
    return story.sees(Bench)


def examined(story: Storyboard, *findings: Finding) -> Bench:
    at_bench(story)
    story.post(Examined(findings))
    return story.sees(Bench)


def causes(bench: Bench) -> list[Cause]:
    return [finding.cause for finding in bench.findings]


def visits(story: Storyboard) -> list[dict[str, Any]]:
    rows = story.store.connection.execute("SELECT body FROM journal WHERE kind = 'bench_visited'")
    return [json.loads(body) for (body,) in rows]


def test_a_technicians_badge_and_pin_open_the_bench(story: Storyboard) -> None:
    bench = at_bench(story)
    assert bench.examining
    assert story.effects.count(Examine()) == 1
    assert causes(bench) == [
        Cause.BACKUP_NOT_TOLD,
        Cause.DATABASE_SOUND,
        Cause.CHAIN_HOLDS,
        Cause.JOBS_DONE,
    ]


def test_a_guards_badge_opens_no_bench(story: Storyboard) -> None:
    story.scans_badge_of("Guard Rith")
    story.types_pin()
    story.sees(GuardDesk)
    story.touches(StartTrial(Trial.TOUCH))
    story.sees(GuardDesk)


def test_a_reader_can_start_no_trial(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    for command in (StartTrial(Trial.SCAN), ShowStateCode(), ExamineAgain(), AnswerTrial(well=True)):
        story.touches(command)
        story.sees(Basket)


def test_what_the_worker_found_comes_beside_what_the_library_tells_the_worst_first(story: Storyboard) -> None:
    bench = examined(story, SCANNER_WELL, OUT_OF_PAPER)
    assert not bench.examining
    assert causes(bench) == [
        Cause.PAPER_OUT,
        Cause.BACKUP_NOT_TOLD,
        Cause.SCANNER_READY,
        Cause.DATABASE_SOUND,
        Cause.CHAIN_HOLDS,
        Cause.JOBS_DONE,
    ]


def test_looking_again_finds_what_was_mended(story: Storyboard) -> None:
    examined(story, OUT_OF_PAPER)
    story.touches(ExamineAgain())
    assert story.sees(Bench).examining
    story.post(Examined((SCANNER_WELL,)))
    assert Cause.PAPER_OUT not in causes(story.sees(Bench))


def test_what_the_worker_found_too_late_disturbs_nobody(story: Storyboard) -> None:
    at_bench(story)
    story.touches(GoHome())
    story.post(Examined((OUT_OF_PAPER,)))
    story.sees(Home)


def test_many_findings_are_turned_like_pages(story: Storyboard) -> None:
    bench = examined(story, OUT_OF_PAPER, SCANNER_WELL)
    assert (bench.page, bench.pages) == (0, 2)
    story.touches(TurnPage(1))
    assert story.sees(Bench).page == 1
    story.touches(TurnPage(7))
    assert story.sees(Bench).page == 1


def test_the_state_is_one_line_to_photograph(story: Storyboard) -> None:
    borrows(story, "Chanthy", "B1", "B2")
    examined(story, OUT_OF_PAPER, NO_SOUND)
    story.touches(ShowStateCode())
    state = story.sees(BenchCode).state
    assert state.startswith("1//bce-status//")
    assert state.endswith("//8//8//4//2//paper_out!,sound_no_device")
    story.touches(GoBack())
    story.sees(Bench)


def test_the_visit_is_one_row_of_the_journal_at_its_end(story: Storyboard) -> None:
    examined(story, OUT_OF_PAPER, NO_SOUND)
    story.touches(StartTrial(Trial.SOUND))
    story.touches(AnswerTrial(well=True))
    assert visits(story) == []
    story.touches(GoHome())
    (visit,) = visits(story)
    assert visit["faults"] == ["paper_out", "sound_no_device"]
    assert visit["tried"] == {"sound": "sound_heard"}


def test_a_visit_ends_by_itself_and_is_noted(story: Storyboard) -> None:
    at_bench(story)
    story.waits(91)
    story.sees(Home)
    assert len(visits(story)) == 1


def test_a_trial_gives_time_to_walk_to_the_printer(story: Storyboard) -> None:
    at_bench(story)
    story.touches(StartTrial(Trial.SLIP))
    story.passes(timedelta(seconds=170))
    story.sees(SlipTrial)
    story.passes(timedelta(seconds=11))
    story.sees(Home)


def test_the_badge_again_ends_the_visit(story: Storyboard) -> None:
    at_bench(story)
    story.scans_badge_of("Technician Sam")
    story.sees(Home)
    assert len(visits(story)) == 1


def test_a_book_means_nothing_at_the_bench(story: Storyboard) -> None:
    before = at_bench(story)
    story.scans("B1")
    story.scans("no such code")
    assert story.sees(Bench) == before


def test_a_readers_card_takes_the_kiosk_from_the_bench(story: Storyboard) -> None:
    examined(story, OUT_OF_PAPER)
    story.scans_card_of("Chanthy")
    story.sees(Basket)
    borrows(story, "Chanthy", "B1")
    assert story.borrower_of("B1") == "Chanthy"
    assert len(visits(story)) == 1


def test_a_made_up_badge_ends_no_visit(story: Storyboard) -> None:
    at_bench(story)
    story.scans(story.badge_of("Guard Rith")[:-1] + "?")
    badge = story.badge_of("Guard Rith")
    story.scans(badge[:-1] + ("A" if badge[-1] != "A" else "B"))
    story.touches(GoBack())
    story.sees(Bench)
    assert visits(story) == []


def test_a_broken_journal_is_told_and_stops_no_loan(story: Storyboard) -> None:
    story.store.connection.execute("DROP TRIGGER journal_is_never_rewritten")
    story.store.connection.execute("UPDATE journal SET kind = 'other' WHERE seq = 1")
    assert causes(at_bench(story))[0] is Cause.CHAIN_BROKEN
    story.touches(GoHome())
    borrows(story, "Chanthy", "B1")


@pytest.mark.parametrize("command", [Approve(RequestId(1)), TouchTarget(hit=True), PlayAgain()])
def test_a_command_of_another_screen_means_nothing_at_the_bench(story: Storyboard, command: Any) -> None:
    before = at_bench(story)
    story.touches(command)
    assert story.sees(Bench) == before


def test_nothing_of_a_visit_names_a_person_a_title_or_a_code(story: Storyboard) -> None:
    borrows(story, "Dara", "B1")
    story.touches(GoHome())
    examined(story, OUT_OF_PAPER, SCANNER_WELL)
    state = story.sees(Bench).state
    story.touches(StartTrial(Trial.SCAN))
    story.scans_card_of("Dara")
    story.touches(GoHome())
    told = state + json.dumps(visits(story), ensure_ascii=False)
    secret = ("Dara", "Sam", "ទុំទាវ", "B1", story.card_of("Dara"), story.badge_of("Technician Sam"))
    assert [word for word in secret if word in told] == []
