"""The guard's badge and PIN: what opens, what locks, and what a power cut does not change."""

from __future__ import annotations

from datetime import timedelta

import pytest

from appliance.effects import CheckPin
from appliance.messages import AskForLoan, EnterDigit, EraseDigit, GoBack, GoHome
from appliance.model import Reason
from appliance.status import AwaitingApproval, Basket, GuardDesk, GuardSignIn, Home, SignInTrouble
from tests.flows.storyboard import PIN, Storyboard, borrows

WRONG = "000000"


def fails(story: Storyboard, times: int) -> GuardSignIn:
    """Scan the badge and type a wrong PIN so often, waiting out each lock."""
    story.scans_badge_of("Guard Rith")
    for _ in range(times):
        waits_out_the_lock(story)
        story.types_pin(WRONG)
    return story.sees(GuardSignIn)


def waits_out_the_lock(story: Storyboard) -> None:
    scene = story.sees(GuardSignIn)
    if scene.trouble is SignInTrouble.LOCKED:
        story.passes(timedelta(seconds=scene.wait_s + 1))
        story.scans_badge_of("Guard Rith")


def test_badge_and_pin_open_the_desk(story: Storyboard) -> None:
    story.scans_badge_of("Guard Rith")
    assert story.sees(GuardSignIn).digits == 0
    story.types_pin(PIN[:3])
    assert story.sees(GuardSignIn).digits == 3
    story.types_pin(PIN[3:])
    assert story.sees(GuardDesk).staff.name == "Guard Rith"


def test_a_badge_alone_opens_nothing(story: Storyboard) -> None:
    story.scans_badge_of("Guard Rith")
    story.scans_badge_of("Guard Rith")
    story.sees(GuardSignIn)


def test_the_badge_again_signs_out(story: Storyboard) -> None:
    story.scans_badge_of("Guard Rith")
    story.types_pin()
    story.scans_badge_of("Guard Rith")
    story.sees(Home)


def test_a_digit_can_be_taken_back(story: Storyboard) -> None:
    story.scans_badge_of("Guard Rith")
    story.touches(EnterDigit(9))
    story.touches(EraseDigit())
    story.types_pin()
    story.sees(GuardDesk)


def test_a_wrong_pin_is_told_and_four_are_free(story: Storyboard) -> None:
    scene = fails(story, 4)
    assert scene.trouble is SignInTrouble.WRONG_PIN
    story.types_pin()
    story.sees(GuardDesk)


@pytest.mark.parametrize(("failures", "lock_s"), [(5, 15), (6, 30), (7, 60), (10, 480)])
def test_from_the_fifth_on_each_wrong_pin_doubles_the_lock(
    story: Storyboard, failures: int, lock_s: int
) -> None:
    scene = fails(story, failures)
    assert (scene.trouble, scene.wait_s) == (SignInTrouble.LOCKED, lock_s)


def test_a_locked_badge_takes_no_digits_not_even_the_right_ones(story: Storyboard) -> None:
    fails(story, 5)
    story.types_pin()
    assert story.sees(GuardSignIn).trouble is SignInTrouble.LOCKED


def test_the_lock_counts_down_and_opens(story: Storyboard) -> None:
    fails(story, 5)
    story.waits(5)
    assert story.sees(GuardSignIn).wait_s == 10
    story.waits(10)
    assert story.sees(GuardSignIn).trouble is None
    story.types_pin()
    story.sees(GuardDesk)


def test_a_restart_begins_the_lock_anew(story: Storyboard) -> None:
    fails(story, 5)
    story.waits(10)
    story.power_is_cut()
    story.scans_badge_of("Guard Rith")
    scene = story.sees(GuardSignIn)
    assert (scene.trouble, scene.wait_s) == (SignInTrouble.LOCKED, 15)


def test_turning_the_clock_does_not_open_the_lock(story: Storyboard) -> None:
    fails(story, 5)
    story.now += timedelta(days=400)
    story.waits(1)
    assert story.sees(GuardSignIn).wait_s == 14


def test_the_try_is_on_disk_before_the_pin_is_looked_at(story: Storyboard) -> None:
    story.answers_pins = False
    story.scans_badge_of("Guard Rith")
    story.types_pin()
    assert isinstance(story.effects[-1], CheckPin)
    story.power_is_cut()
    staff, _ = story.store.people.all_staff()[0]
    assert story.store.people.secret(staff.id).failures == 1


def test_after_fifteen_wrong_pins_the_badge_is_dead(story: Storyboard) -> None:
    scene = fails(story, 15)
    assert scene.trouble is SignInTrouble.REVOKED
    story.passes(timedelta(days=1))
    story.scans_badge_of("Guard Rith")
    story.types_pin()
    assert story.sees(GuardSignIn).trouble is SignInTrouble.REVOKED
    assert "badge_revoked" in story.journal_kinds()


def test_a_locked_guard_stops_neither_the_other_guard_nor_the_readers(story: Storyboard) -> None:
    fails(story, 5)
    story.scans_badge_of("Librarian Mony")
    story.types_pin()
    story.sees(GuardDesk)
    story.touches(GoHome())
    borrows(story, "Chanthy", "B1")
    assert story.borrower_of("B1") == "Chanthy"


def test_the_right_pin_forgets_the_wrong_ones(story: Storyboard) -> None:
    fails(story, 3)
    story.types_pin()
    story.touches(GoHome())
    assert fails(story, 4).trouble is SignInTrouble.WRONG_PIN


def test_a_made_up_badge_is_turned_away(story: Storyboard) -> None:
    made_up = made_up_badge(story)
    story.scans(made_up)
    assert story.status.refusal and story.status.refusal.reasons == (Reason.UNKNOWN_CARD,)
    story.scans_badge_of("Guard Rith")
    story.scans(made_up)
    scene = story.sees(GuardSignIn)
    assert (scene.staff, scene.trouble) == (None, SignInTrouble.UNKNOWN_BADGE)
    story.types_pin()
    story.sees(GuardSignIn)


def test_a_made_up_badge_costs_nobody_what_is_on_the_screen(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    story.scans(made_up_badge(story))
    basket = story.sees(Basket)
    assert len(basket.lines) == 1
    assert story.status.refusal is not None
    story.touches(GoBack())
    story.touches(AskForLoan())
    story.scans(made_up_badge(story))
    story.touches(GoBack())
    story.sees(AwaitingApproval)


def made_up_badge(story: Storyboard) -> str:
    badge = story.badge_of("Guard Rith")
    return badge[:-1] + ("A" if badge[-1] != "A" else "B")


def test_the_guard_sees_who_has_a_scanned_copy(story: Storyboard) -> None:
    story.scans_card_of("Chanthy")
    story.scans("B1")
    story.touches(AskForLoan())
    story.scans_badge_of("Guard Rith")
    story.types_pin()
    story.scans("B1")
    place = story.sees(GuardDesk).whereabouts
    assert place is not None
    assert place.reader is not None
    assert place.loan is not None
    assert place.reader.name == "Chanthy"


def test_giving_up_the_pin_keeps_the_request_waiting(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    story.touches(AskForLoan())
    story.scans_badge_of("Guard Rith")
    story.waits(31)
    story.sees(Home)
    story.scans_card_of("Dara")
    story.sees(AwaitingApproval)


def test_no_pin_is_ever_in_a_status_or_in_the_journal(story: Storyboard) -> None:
    story.scans_badge_of("Guard Rith")
    story.types_pin(PIN[:5])
    assert PIN[:5] not in repr(story.status)
    story.types_pin(PIN[5:])
    bodies = [body for (body,) in story.store.connection.execute("SELECT body FROM journal")]
    assert not any(PIN in body for body in bodies)
