"""A badge is never dead beyond help: two members of staff issue it anew at the kiosk."""

from __future__ import annotations

import pytest

from appliance.effects import HashPin
from appliance.kiosk.staff.new_badge import MADE_WITHIN_S
from appliance.messages import (
    Approve,
    AskForLoan,
    ChooseHolder,
    ConfirmBadge,
    GoHome,
    IssueBadge,
    SignOut,
)
from appliance.model import Reason
from appliance.model.staff_events import BadgeProblem
from appliance.status import (
    Approved,
    BadgeIssued,
    Basket,
    GuardDesk,
    GuardSignIn,
    Home,
    ReissuingBadge,
    SignInTrouble,
)
from tests.flows.journal_rows import journal_rows
from tests.flows.quick_pins import answer_to
from tests.flows.reissuing import (
    GUARD,
    LIBRARIAN,
    TECHNICIAN,
    confirms,
    issued,
    kill_badge,
    pin_shown,
    scans_dead,
)
from tests.flows.storyboard import PIN, Storyboard


def test_two_others_issue_a_dead_badge_anew_and_the_new_one_opens_the_desk(story: Storyboard) -> None:
    old = story.badge_of(GUARD)
    code = issued(story)
    pin = pin_shown(story)
    assert code == story.badge_of(GUARD) != old
    assert pin != PIN
    story.touches(SignOut())
    story.sees(Home)
    story.scans(old)
    assert story.status.refusal and story.status.refusal.reasons == (Reason.UNKNOWN_CARD,)
    story.scans(code)
    story.types_pin(PIN)
    assert story.sees(GuardSignIn).trouble is SignInTrouble.WRONG_PIN
    story.types_pin(pin)
    story.sees(GuardDesk)


def test_all_who_approve_were_killed_and_lending_begins_again(story: Storyboard) -> None:
    """As far as it can come: the last two that live bring the others back."""
    issued(story)
    pin = pin_shown(story)
    story.touches(SignOut())
    story.scans_card_of("Dara")
    story.scans("B1")
    story.touches(AskForLoan())
    story.scans_badge_of(GUARD)
    story.types_pin(pin)
    story.touches(Approve(story.sees(GuardDesk).requests[0].id))
    assert story.sees(Approved).reader.name == "Dara"


def test_the_journal_names_all_three_and_neither_code_nor_pin(story: Storyboard) -> None:
    code = issued(story)
    pin = pin_shown(story)
    ids = {one.name: one.id for one, _ in story.store.people.all_staff()}
    told = {"staff": ids[GUARD], "first": ids[LIBRARIAN], "second": ids[TECHNICIAN], "issue": 2}
    assert [body for kind, body in journal_rows(story) if kind == "badge_reissued"] == [told]
    bodies = "".join(body for (body,) in story.store.connection.execute("SELECT body FROM journal"))
    for secret in (code, pin, code[-6:]):
        assert secret not in bodies
        assert secret not in repr(story.status)
        assert secret not in repr(story.effects)


def test_the_wrong_tries_of_the_old_badge_are_forgotten(story: Storyboard) -> None:
    code = issued(story)
    pin = pin_shown(story)
    story.touches(SignOut())
    story.scans(code)
    assert story.sees(GuardSignIn).trouble is None
    story.types_pin(pin)
    assert story.status.since_sign_in is None


def test_one_alone_issues_nothing(story: Storyboard) -> None:
    kill_badge(story)
    scans_dead(story)
    story.touches(IssueBadge())
    confirms(story, TECHNICIAN)
    story.scans_badge_of(TECHNICIAN)
    assert story.sees(ReissuingBadge).problem is BadgeProblem.SAME_BADGE
    story.touches(ConfirmBadge())
    story.types_pin()
    assert "badge_reissued" not in story.journal_kinds()
    confirms(story, LIBRARIAN)
    story.sees(BadgeIssued)


def test_the_badge_that_is_replaced_is_neither_of_the_two(story: Storyboard) -> None:
    story.scans_badge_of(LIBRARIAN)
    story.touches(IssueBadge())
    assert story.sees(GuardSignIn).for_badge
    story.types_pin()
    chosen = next(one.staff for one in story.sees(ReissuingBadge).choices if one.staff.name == GUARD)
    assert LIBRARIAN not in [one.staff.name for one in story.sees(ReissuingBadge).choices]
    story.touches(ChooseHolder(chosen.id))
    story.touches(ConfirmBadge())
    story.scans_badge_of(GUARD)
    assert story.sees(ReissuingBadge).problem is BadgeProblem.HOLDERS_OWN
    confirms(story, TECHNICIAN)
    assert story.sees(BadgeIssued).holder.name == GUARD


def test_two_librarians_are_not_enough(story: Storyboard) -> None:
    story.store.connection.execute("UPDATE staff SET role = 'librarian' WHERE name = ?", (TECHNICIAN,))
    kill_badge(story)
    scans_dead(story)
    story.touches(IssueBadge())
    confirms(story, LIBRARIAN)
    story.scans_badge_of(TECHNICIAN)
    assert story.sees(ReissuingBadge).problem is BadgeProblem.TWO_LIBRARIANS


@pytest.mark.parametrize(("seconds", "comes_in_time"), [(59, True), (61, False)])
def test_the_second_comes_within_a_minute(story: Storyboard, seconds: int, comes_in_time: bool) -> None:
    kill_badge(story)
    scans_dead(story)
    story.touches(IssueBadge())
    confirms(story, LIBRARIAN)
    story.waits(seconds)
    assert isinstance(story.status.scene, ReissuingBadge) is comes_in_time
    if comes_in_time:
        confirms(story, TECHNICIAN)
        story.sees(BadgeIssued)


def test_who_came_in_time_and_confirms_too_late_is_the_first_of_two_again(story: Storyboard) -> None:
    kill_badge(story)
    scans_dead(story)
    story.touches(IssueBadge())
    confirms(story, LIBRARIAN)
    story.waits(50)
    story.scans_badge_of(TECHNICIAN)
    story.types_pin()
    story.waits(11)
    story.touches(ConfirmBadge())
    assert story.sees(ReissuingBadge).problem is BadgeProblem.TOO_LATE
    assert "badge_reissued" not in story.journal_kinds()
    story.touches(ConfirmBadge())
    confirms(story, LIBRARIAN)
    story.sees(BadgeIssued)


def test_until_both_have_confirmed_the_old_badge_lives(story: Storyboard) -> None:
    story.scans_badge_of(LIBRARIAN)
    story.touches(IssueBadge())
    assert story.sees(GuardSignIn).for_badge
    story.types_pin()
    chosen = next(one.staff for one in story.sees(ReissuingBadge).choices if one.staff.name == GUARD)
    story.touches(ChooseHolder(chosen.id))
    story.touches(ConfirmBadge())
    story.touches(GoHome())
    story.scans_badge_of(GUARD)
    story.types_pin()
    story.sees(GuardDesk)


def test_dead_badges_are_listed_first(story: Storyboard) -> None:
    kill_badge(story, TECHNICIAN)
    story.scans_badge_of(LIBRARIAN)
    story.touches(IssueBadge())
    assert story.sees(GuardSignIn).for_badge
    story.types_pin()
    choices = story.sees(ReissuingBadge).choices
    assert [(one.staff.name, one.is_dead) for one in choices] == [(TECHNICIAN, True), (GUARD, False)]


def test_a_power_cut_before_both_confirmed_changes_nothing_and_after_it_the_old_badge_is_dead(
    story: Storyboard,
) -> None:
    kill_badge(story)
    old = story.badge_of(GUARD)
    scans_dead(story)
    story.touches(IssueBadge())
    confirms(story, LIBRARIAN)
    story.power_is_cut()
    assert story.badge_of(GUARD) == old
    issued(story)
    story.power_is_cut()
    assert story.badge_of(GUARD) != old
    issued(story)


def test_when_the_worker_does_not_answer_nothing_changed_and_it_is_confirmed_again(story: Storyboard) -> None:
    kill_badge(story)
    old = story.badge_of(GUARD)
    scans_dead(story)
    story.touches(IssueBadge())
    confirms(story, LIBRARIAN)
    story.scans_badge_of(TECHNICIAN)
    story.types_pin()
    story.answers_pins = False
    story.touches(ConfirmBadge())
    late = next(effect for effect in story.effects if isinstance(effect, HashPin))
    assert story.sees(ReissuingBadge).making
    story.touches(ConfirmBadge())
    story.scans_badge_of(TECHNICIAN)
    assert story.sees(ReissuingBadge).making
    story.waits(MADE_WITHIN_S)
    assert story.sees(ReissuingBadge).problem is BadgeProblem.NOT_MADE
    story.post(answer_to(late))
    assert story.badge_of(GUARD) == old
    story.answers_pins = True
    story.touches(ConfirmBadge())
    story.sees(BadgeIssued)


def test_a_readers_basket_is_there_again_afterwards(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    kept = story.sees(Basket)
    issued(story)
    story.touches(SignOut())
    assert story.sees(Basket) == kept
