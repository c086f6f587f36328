"""A PIN is looked at by a worker: others go on meanwhile, and its answer may come late, twice or never."""

from __future__ import annotations

import pytest

from appliance.effects import CheckPin
from appliance.kiosk.staff import sign_in
from appliance.kiosk.staff.sign_in import CHECKED_WITHIN_S
from appliance.messages import AskForLoan, EnterDigit, EraseDigit, GoHome, PinChecked
from appliance.model import Side
from appliance.status import AwaitingApproval, Basket, GuardDesk, GuardSignIn, Home, SignInTrouble
from tests.flows.journal_rows import journal_rows
from tests.flows.quick_pins import answer_to
from tests.flows.storyboard import PIN, Storyboard

GUARD = "Guard Rith"
WRONG = "000000"


@pytest.fixture
def story(story: Storyboard) -> Storyboard:
    """Nobody looks at PINs by themselves here."""
    story.answers_pins = False
    return story


def types(story: Storyboard, pin: str = PIN, name: str = GUARD) -> CheckPin:
    """The badge, six digits, and what the worker is asked for."""
    story.scans_badge_of(name)
    story.types_pin(pin)
    return asked(story)


def asked(story: Storyboard) -> CheckPin:
    return [effect for effect in story.effects if isinstance(effect, CheckPin)][-1]


def failures(story: Storyboard, name: str = GUARD) -> int:
    staff = next(staff for staff, _ in story.store.people.all_staff() if staff.name == name)
    return story.store.people.secret(staff.id).failures


def test_while_the_pin_is_looked_at_the_screen_says_so_and_takes_no_digit(story: Storyboard) -> None:
    types(story)
    shown = story.sees(GuardSignIn)
    assert (shown.checking, shown.digits, shown.trouble) == (True, 6, None)
    story.touches(EnterDigit(1))
    story.touches(EraseDigit())
    assert story.sees(GuardSignIn) == shown
    assert story.effects.count(asked(story)) == 1


def test_the_right_pin_opens_the_desk_and_forgets_the_try(story: Storyboard) -> None:
    check = types(story)
    assert failures(story) == 1
    story.post(answer_to(check))
    story.sees(GuardDesk)
    assert failures(story) == 0


def test_a_wrong_pin_is_told_and_stays_counted(story: Storyboard) -> None:
    story.post(answer_to(types(story, WRONG)))
    shown = story.sees(GuardSignIn)
    assert (shown.checking, shown.digits, shown.trouble) == (False, 0, SignInTrouble.WRONG_PIN)
    assert failures(story) == 1


def test_scans_at_the_other_side_go_on_while_it_is_looked_at(story: Storyboard) -> None:
    check = types(story)
    story.scans_card_of("Dara")
    story.scans("B1")
    assert [line.copy.barcode for line in story.sees(Basket).lines] == ["B1"]
    story.post(answer_to(check))
    assert [line.copy.barcode for line in story.sees(Basket).lines] == ["B1"]
    assert "signed_in" not in story.journal_kinds()


def test_a_book_and_noise_at_the_guards_side_cost_nothing(story: Storyboard) -> None:
    check = types(story)
    story.scans("B1", Side.GUARD)
    story.scans("nothing of ours", Side.GUARD)
    story.post(answer_to(check))
    story.sees(GuardDesk)


def test_an_answer_for_a_guard_who_left_opens_nothing_and_the_try_stays_counted(story: Storyboard) -> None:
    check = types(story)
    story.touches(GoHome())
    story.post(answer_to(check))
    story.sees(Home)
    assert failures(story) == 1


def test_an_answer_for_the_same_guards_last_visit_opens_nothing(story: Storyboard) -> None:
    late = types(story)
    story.touches(GoHome())
    check = types(story, WRONG)
    story.post(answer_to(late))
    assert story.sees(GuardSignIn).checking
    story.post(answer_to(check))
    assert story.sees(GuardSignIn).trouble is SignInTrouble.WRONG_PIN


def test_an_answer_for_one_guard_does_not_sign_another_in(story: Storyboard) -> None:
    check = types(story)
    story.scans_badge_of("Librarian Mony")
    story.post(answer_to(check))
    shown = story.sees(GuardSignIn)
    assert shown.staff is not None
    assert (shown.staff.name, shown.checking) == ("Librarian Mony", False)


def test_the_same_answer_twice_counts_once(story: Storyboard) -> None:
    answer = answer_to(types(story))
    story.post(answer)
    story.touches(GoHome())
    story.scans_badge_of(GUARD)
    story.post(answer)
    assert not story.sees(GuardSignIn).checking
    assert story.journal_kinds().count("signed_in") == 1


def test_an_answer_nobody_asked_for_opens_nothing(story: Storyboard) -> None:
    story.scans_badge_of(GUARD)
    story.post(PinChecked(1, right=True))
    story.sees(GuardSignIn)
    assert failures(story) == 0


def test_a_restart_in_between_leaves_the_try_counted_and_the_answer_void(story: Storyboard) -> None:
    check = types(story)
    story.power_is_cut()
    story.answers_pins = False
    story.post(answer_to(check))
    story.touches(GoHome())
    assert failures(story) == 1
    assert "signed_in" not in story.journal_kinds()


def test_when_no_answer_comes_the_guard_types_again(story: Storyboard) -> None:
    late = types(story)
    story.waits(CHECKED_WITHIN_S - 1)
    assert story.sees(GuardSignIn).checking
    story.waits(1)
    shown = story.sees(GuardSignIn)
    assert (shown.checking, shown.digits, shown.trouble) == (False, 0, SignInTrouble.NOT_CHECKED)
    story.post(answer_to(late))
    assert story.sees(GuardSignIn) == shown
    story.types_pin()
    story.post(answer_to(asked(story)))
    story.sees(GuardDesk)
    assert story.journal_kinds().count("pin_not_checked") == 1


def test_leaving_before_the_answer_does_not_get_round_the_lock(story: Storyboard) -> None:
    for _ in range(5):
        types(story, WRONG)
        story.touches(GoHome())
    story.scans_badge_of(GUARD)
    shown = story.sees(GuardSignIn)
    assert (shown.trouble, shown.wait_s) == (SignInTrouble.LOCKED, 15)
    story.waits(15)
    story.types_pin(WRONG)
    story.touches(GoHome())
    story.scans_badge_of(GUARD)
    assert story.sees(GuardSignIn).wait_s == 30


def test_the_request_at_this_kiosk_stays_in_mind_while_it_is_looked_at(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    story.touches(AskForLoan())
    request = story.sees(AwaitingApproval).request
    check = types(story)
    story.post(answer_to(check))
    assert story.sees(GuardDesk).requests[0].id == request.id


def test_neither_pin_nor_hash_is_in_what_the_worker_is_asked_by(story: Storyboard) -> None:
    check = types(story)
    assert check.pin == PIN
    assert PIN not in repr(check)
    assert check.pin_hash not in repr(check)


def not_checked(story: Storyboard) -> list[int]:
    return [body["staff"] for kind, body in journal_rows(story) if kind == "pin_not_checked"]


def test_what_is_given_up_is_told_of_the_one_who_typed_and_once(story: Storyboard) -> None:
    types(story)
    guard = story.sees(GuardSignIn).staff
    assert guard is not None
    story.waits(CHECKED_WITHIN_S)
    assert not_checked(story) == [guard.id]
    assert story.library.pin_try is None
    story.waits(CHECKED_WITHIN_S + 2)
    assert not_checked(story) == [guard.id]


def test_a_try_of_somebody_who_left_is_given_up_without_a_word(story: Storyboard) -> None:
    types(story)
    story.scans_card_of("Dara")
    story.scans("B1")
    before = story.sees(Basket)
    story.waits(CHECKED_WITHIN_S + 1)
    assert story.sees(Basket) == before
    assert not_checked(story) == []
    assert story.library.pin_try is None


def test_a_try_that_is_given_up_keeps_the_lock_that_it_brought(story: Storyboard) -> None:
    for _ in range(4):
        story.post(answer_to(types(story, WRONG)))
        story.touches(GoHome())
    types(story)
    story.waits(CHECKED_WITHIN_S)
    shown = story.sees(GuardSignIn)
    assert (shown.trouble, shown.wait_s) == (SignInTrouble.LOCKED, 15 - CHECKED_WITHIN_S)
    assert len(not_checked(story)) == 1


def test_without_a_try_nothing_is_given_up(story: Storyboard) -> None:
    types(story)
    before, story.library.pin_try = story.sees(GuardSignIn), None
    sign_in.give_up(story.library, story.kiosk._turn)
    assert story.sees(GuardSignIn) == before
    assert not_checked(story) == []
