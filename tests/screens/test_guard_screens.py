"""The guard's sign-in and desk, as a guard uses them."""

from __future__ import annotations

import pytest

from appliance.language.fonts import pictogram
from appliance.messages import Approve, Decline, EnterDigit, EraseDigit, OpenRequest, SignOut, TurnPage
from appliance.model import Language
from appliance.status import GuardDesk, GuardSignIn, SignInTrouble
from tests.screens.kiosk_driver import KioskDriver
from ui.samples.staff import GUARD, ONE_BOOK, SAMPLES, TWO_BOOKS, desk_of
from ui.samples.statuses import statuses

DESK = desk_of(GUARD, ONE_BOOK, TWO_BOOKS, page=1, pages=3, waiting=6, decided=2, looked_at=(TWO_BOOKS,))


def test_each_digit_of_the_pad_is_sent(driver: KioskDriver) -> None:
    driver.show(GuardSignIn(GUARD), Language.KM)
    for digit in "១២៣៤៥៦៧៨៩០":
        driver.tap_on(digit)

    assert driver.commands == [EnterDigit(digit) for digit in (1, 2, 3, 4, 5, 6, 7, 8, 9, 0)]


def test_a_digit_can_be_erased(driver: KioskDriver) -> None:
    driver.show(GuardSignIn(GUARD, digits=2))
    driver.tap_on(pictogram("backspace"))

    assert driver.commands == [EraseDigit()]


def test_a_lock_says_how_long_and_takes_no_digit(driver: KioskDriver) -> None:
    driver.show(GuardSignIn(GUARD, trouble=SignInTrouble.LOCKED, wait_s=65))

    assert "Wait 1:05." in driver.words()
    assert "5" not in driver.words()
    driver.show(GuardSignIn(GUARD))
    assert "5" in driver.words()


def test_a_wrong_pin_can_be_typed_again(driver: KioskDriver) -> None:
    driver.show(GuardSignIn(GUARD, trouble=SignInTrouble.WRONG_PIN))

    assert "Wrong PIN" in driver.words()
    driver.tap_on("5")
    assert driver.commands == [EnterDigit(5)]


def test_that_a_pin_is_being_checked_is_told_and_that_it_could_not_be(driver: KioskDriver) -> None:
    driver.show(GuardSignIn(GUARD, digits=6, checking=True))
    assert "Checking the PIN…" in driver.words()
    assert "wait" in driver.pictograms()

    driver.show(GuardSignIn(GUARD, trouble=SignInTrouble.NOT_CHECKED))
    assert {"Enter your PIN", "The PIN could not be checked", "Enter it again."} <= set(driver.words())
    assert "wait" not in driver.pictograms()


def test_each_answer_carries_the_request_it_stands_beside(driver: KioskDriver) -> None:
    driver.show(DESK)
    first, second = driver.app.stage.screen.cards
    for card, answer in ((second, "approve"), (first, "decline")):
        button = next(part for part in card.walk(restrict=True) if getattr(part, "name", "") == answer)
        driver.tap(*button.to_window(*button.center))

    assert driver.commands == [Approve(TWO_BOOKS.id), Decline(ONE_BOOK.id)]


def test_a_card_that_shows_another_request_answers_that_one(driver: KioskDriver) -> None:
    driver.show(desk_of(GUARD, ONE_BOOK, waiting=2))
    driver.show(desk_of(GUARD, TWO_BOOKS, waiting=1, decided=1))
    driver.tap_on("Approve")

    assert driver.commands == [Approve(TWO_BOOKS.id)]


def test_the_desk_counts_turns_and_signs_out(driver: KioskDriver) -> None:
    driver.show(DESK)
    assert "6 waiting · 2 decided" in driver.words()
    assert GUARD.name in driver.words()
    driver.tap_on("next")
    driver.tap_on("sign_out")

    assert driver.commands == [TurnPage(2), SignOut()]


def test_the_request_of_somebody_away_is_looked_at_before_it_can_be_answered(driver: KioskDriver) -> None:
    driver.show(desk_of(GUARD, ONE_BOOK, TWO_BOOKS, waiting=2))
    assert {"Stands here", "Is not here"} <= set(driver.words())
    assert (driver.words().count("Approve"), driver.words().count("Look at it")) == (1, 1)
    driver.tap_on("Look at it")
    assert driver.commands == [OpenRequest(TWO_BOOKS.id)]
    driver.show(desk_of(GUARD, ONE_BOOK, TWO_BOOKS, waiting=2, looked_at=(TWO_BOOKS,)))
    assert driver.words().count("Approve") == 2


def test_where_no_answer_is_offered_a_tap_gives_none(driver: KioskDriver) -> None:
    driver.show(desk_of(GUARD, ONE_BOOK, TWO_BOOKS, waiting=2, is_here=False))
    assert "Was just here" in driver.words()
    for card in driver.app.stage.screen.cards:
        button = next(part for part in card.walk(restrict=True) if getattr(part, "name", "") == "decline")
        driver.tap(*button.to_window(*button.center))
    assert driver.commands == []


def test_a_card_tells_what_to_decide_by(driver: KioskDriver) -> None:
    driver.show(desk_of(GUARD, ONE_BOOK, TWO_BOOKS, waiting=2))
    assert {"0 / 3", "7 Dec", "3 / 3", "12 Nov"} <= set(driver.words())
    assert "late" in driver.pictograms()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", ["guard_desk_long_names", "guard_desk_pages", "guard_desk_date"])
def test_names_and_cells_are_whole_and_inside_their_card(
    driver: KioskDriver, language: Language, name: str
) -> None:
    driver.show(dict(statuses(language))[name])
    for card in driver.app.stage.screen.cards[:2]:
        person = card.ids.person
        assert person.height <= card.height - 4
        for label in person.walk(restrict=True):
            if hasattr(label, "is_cut"):
                assert not label.is_cut
                assert label.texture_size[1] <= label.height + 4, label.text


def test_a_scanned_book_tells_who_has_it_and_where(driver: KioskDriver) -> None:
    driver.show(dict(SAMPLES)["guard_desk_whereabouts"])

    assert "ម៉ៅ ស្រីមុំ" in driver.words()
    assert "1187 · Cell A-03 · back on 7 Dec" in driver.words()


def test_an_empty_desk_says_so_with_a_picture(driver: KioskDriver) -> None:
    driver.show(GuardDesk(GUARD, ()))

    assert "No request is waiting" in driver.words()
    assert "approved" in driver.pictograms()


def test_a_refusal_takes_the_place_of_the_requests(driver: KioskDriver) -> None:
    driver.show(dict(statuses(Language.EN))["guard_desk_refusal"])

    assert "That is not possible" in driver.words()
    assert "Approve" not in driver.words()
