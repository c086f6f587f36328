"""Search and title page, as a reader uses them."""

from __future__ import annotations

from dataclasses import replace

from appliance.messages import BorrowThis, EraseAll, OpenTitle, TurnPage
from appliance.model import Availability, CopyLine, Language
from appliance.status import Searching, TitlePage
from tests.screens.kiosk_driver import KioskDriver
from ui.samples.search import HITS, TITLES, copy_of

TYPED = Searching("ខ្មែរ", HITS[:10], page=1, pages=5, found=42)
COPY = copy_of(TITLES[0], 601)


def covers(driver: KioskDriver) -> list[int]:
    return [tile.hit.title.id for tile in driver.app.stage.screen.ids.results.shown]


def test_results_stand_in_their_order_and_say_how_many_there_are(driver: KioskDriver) -> None:
    driver.show(TYPED)

    assert covers(driver) == [hit.title.id for hit in HITS[: len(covers(driver))]]
    assert "42 books" in driver.words()


def test_khmer_readers_see_khmer_digits(driver: KioskDriver) -> None:
    driver.show(TYPED, Language.KM)

    assert "៤២ ក្បាល" in driver.words()


def test_touching_a_cover_opens_its_title(driver: KioskDriver) -> None:
    driver.show(TYPED)
    tile = driver.app.stage.screen.ids.results.shown[1]
    driver.tap(*tile.center)

    assert driver.commands == [OpenTitle(HITS[1].title.id)]


def test_without_the_keyboard_the_whole_page_is_shown_and_can_be_turned(driver: KioskDriver) -> None:
    driver.show(TYPED)
    driver.app.stage.screen.typing = False
    driver.settle()

    assert covers(driver) == [hit.title.id for hit in HITS[:10]]
    driver.tap_on("next")
    driver.tap_on("previous")
    assert driver.commands == [TurnPage(2), TurnPage(0)]


def test_touching_the_field_brings_the_keyboard_back(driver: KioskDriver) -> None:
    driver.show(TYPED)
    screen = driver.app.stage.screen
    screen.keyboard.dispatch("on_hide")
    driver.settle()
    assert screen.keyboard.parent is None

    driver.tap_on("42 books")

    assert screen.keyboard.parent is not None


def test_the_cross_empties_the_field(driver: KioskDriver) -> None:
    driver.show(TYPED)
    driver.tap_on("close")

    assert driver.commands == [EraseAll()]


def test_a_hidden_keyboard_stays_hidden_in_a_session_and_is_up_in_the_next(driver: KioskDriver) -> None:
    driver.show(TYPED)
    driver.app.stage.screen.typing = False
    driver.show(replace(TYPED, page=2))
    assert not driver.app.stage.screen.typing

    driver.show(TYPED, session=2)

    assert driver.app.stage.screen.typing


def test_a_guess_says_that_it_is_one(driver: KioskDriver) -> None:
    driver.show(replace(TYPED, guessed=True))

    assert "No such words. Similar books:" in driver.words()
    assert "similar" in driver.pictograms()


def test_nothing_found_is_a_picture_and_a_way_on(driver: KioskDriver) -> None:
    driver.show(Searching("xyz", (), page=0, pages=1, found=0))

    assert "nothing_found" in driver.pictograms()
    assert "No book found" in driver.words()


def test_a_free_copy_in_the_hand_can_be_borrowed_from_its_page(driver: KioskDriver) -> None:
    driver.show(
        TitlePage(TITLES[0], (CopyLine(COPY, Availability.AVAILABLE),), scanned=COPY, may_borrow=True)
    )
    driver.tap_on("Borrow this book")

    assert driver.commands == [BorrowThis()]


def test_no_other_copy_can_be_borrowed_from_its_page(driver: KioskDriver) -> None:
    for scene in (
        TitlePage(TITLES[0], (CopyLine(COPY, Availability.READING_ROOM),), scanned=COPY),
        TitlePage(TITLES[0], (CopyLine(COPY, Availability.AVAILABLE),)),
    ):
        driver.show(scene)

        assert "Borrow this book" not in driver.words()


def test_a_title_page_tells_the_shelf_in_words_and_in_a_picture(driver: KioskDriver) -> None:
    driver.show(TitlePage(TITLES[0], (CopyLine(COPY, Availability.AVAILABLE),)))

    assert "Stories and novels" in driver.words()
    assert "stories" in driver.pictograms()
