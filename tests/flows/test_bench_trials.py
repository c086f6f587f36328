"""The technician's trials: what a hand, an eye and an ear find."""

from __future__ import annotations

from appliance.effects import PlayTestSound, PrintTestSlip
from appliance.kiosk.technician.trials import MISSES_MOST
from appliance.messages import (
    AnswerTrial,
    Examined,
    GoBack,
    PlayAgain,
    Scanned,
    SlipDrawn,
    StartTrial,
    TouchTarget,
)
from appliance.model import Language, Side
from appliance.model.findings import Cause
from appliance.paper.trial_slip import CODE
from appliance.status import TARGETS, Bench, ScanTrial, SlipTrial, SoundTrial, TouchTrial, Trial
from tests.flows.storyboard import Storyboard
from tests.flows.test_bench import OUT_OF_PAPER, at_bench, causes


def test_each_side_is_told_with_how_its_scan_was_printed(story: Storyboard) -> None:
    at_bench(story)
    story.touches(StartTrial(Trial.SCAN))
    story.post(Scanned("]Q1" + CODE, Side.READER))
    story.post(Scanned("]C0B1", Side.GUARD))
    guard, reader = story.sees(ScanTrial).heard
    assert (guard.side, guard.symbology, guard.letters, guard.is_ours) == (Side.GUARD, "Code 128", 2, False)
    assert (reader.side, reader.symbology, reader.is_ours) == (Side.READER, "QR", True)
    story.touches(AnswerTrial(well=True))
    assert Cause.SCANNER_READ_CODE in causes(story.sees(Bench))


def test_a_scanner_that_does_not_tell_the_symbology_is_heard_all_the_same(story: Storyboard) -> None:
    at_bench(story)
    story.touches(StartTrial(Trial.SCAN))
    story.scans(CODE)
    (heard,) = story.sees(ScanTrial).heard
    assert (heard.symbology, heard.is_ours) == (None, True)


def test_no_scan_at_all_is_told_as_broken(story: Storyboard) -> None:
    at_bench(story)
    story.touches(StartTrial(Trial.SCAN))
    story.touches(AnswerTrial(well=False))
    assert causes(story.sees(Bench))[0] is Cause.SCANNER_READ_NOTHING


def test_a_card_scanned_in_the_trial_starts_nobodys_turn_and_is_not_kept(story: Storyboard) -> None:
    at_bench(story)
    story.touches(StartTrial(Trial.SCAN))
    story.scans_card_of("Dara")
    assert story.card_of("Dara") not in repr(story.status)
    story.touches(AnswerTrial(well=True))
    assert Cause.SCANNER_READ_OTHER in causes(story.sees(Bench))


def test_the_test_slip_is_printed_shown_and_judged(story: Storyboard) -> None:
    at_bench(story)
    story.touches(StartTrial(Trial.SLIP))
    assert story.effects[-1] == PrintTestSlip(Language.KM)
    story.post(SlipDrawn(b"a picture"))
    assert story.sees(SlipTrial).picture == b"a picture"
    story.touches(AnswerTrial(well=False))
    assert causes(story.sees(Bench))[0] is Cause.SLIP_LOOKED_WRONG


def test_five_targets_hit_is_a_true_touch(story: Storyboard) -> None:
    at_bench(story)
    story.touches(StartTrial(Trial.TOUCH))
    for _ in range(TARGETS):
        story.sees(TouchTrial)
        story.touches(TouchTarget(hit=True))
    assert Cause.TOUCH_TRUE in causes(story.sees(Bench))


def test_touches_beside_the_target_are_counted(story: Storyboard) -> None:
    at_bench(story)
    story.touches(StartTrial(Trial.TOUCH))
    for hit in (False, True, True, False, True, True, True):
        story.touches(TouchTarget(hit=hit))
    finding = next(one for one in story.sees(Bench).findings if one.cause is Cause.TOUCH_MISSED)
    assert dict(finding.figures) == {"misses": 2}


def test_a_panel_that_misses_on_and_on_holds_nobody(story: Storyboard) -> None:
    at_bench(story)
    story.touches(StartTrial(Trial.TOUCH))
    story.touches(TouchTarget(hit=True))
    for _ in range(MISSES_MOST):
        story.touches(TouchTarget(hit=False))
    finding = story.sees(Bench).findings[0]
    assert (finding.cause, dict(finding.figures)) == (Cause.TOUCH_BROKEN_OFF, {"hits": 1, "targets": TARGETS})


def test_a_touch_trial_that_is_given_up_is_told(story: Storyboard) -> None:
    at_bench(story)
    story.touches(StartTrial(Trial.TOUCH))
    story.touches(GoBack())
    assert causes(story.sees(Bench))[0] is Cause.TOUCH_BROKEN_OFF


def test_a_sound_is_played_as_often_as_wanted_and_judged(story: Storyboard) -> None:
    at_bench(story)
    story.touches(StartTrial(Trial.SOUND))
    story.touches(PlayAgain())
    assert story.effects.count(PlayTestSound()) == 2
    assert story.sees(SoundTrial).times == 2
    story.touches(AnswerTrial(well=True))
    assert Cause.SOUND_HEARD in causes(story.sees(Bench))


def test_a_trial_done_again_replaces_what_it_came_to(story: Storyboard) -> None:
    at_bench(story)
    for well in (False, True):
        story.touches(StartTrial(Trial.SOUND))
        story.touches(AnswerTrial(well=well))
    assert Cause.SOUND_NOT_HEARD not in causes(story.sees(Bench))


def test_findings_that_come_during_a_trial_wait_behind_it(story: Storyboard) -> None:
    at_bench(story)
    story.touches(StartTrial(Trial.SOUND))
    story.post(Examined((OUT_OF_PAPER,)))
    story.sees(SoundTrial)
    story.touches(GoBack())
    assert causes(story.sees(Bench))[0] is Cause.PAPER_OUT
