"""The on-screen keyboards: everything can be reached, and a key types what it shows."""

from __future__ import annotations

from typing import Any

import pytest

from appliance.messages import EraseAll, EraseLetter, TypeText
from appliance.model import Language
from appliance.status import Searching
from tests.screens.kiosk_driver import SIZES, KioskDriver
from ui import theme
from ui.keyboard.khmer import CONSONANTS, KHMER
from ui.keyboard.latin import LATIN
from ui.keyboard.layout import Layout, Page

KHMER_CONSONANTS = "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ"
KHMER_VOWELS = "ា ិ ី ឹ ឺ ុ ូ ួ ើ ឿ ៀ េ ែ ៃ ោ ៅ ុំ ំ ាំ ះ ុះ េះ ោះ".split()  # noqa: SIM905 - signs alone are easier to read so
KHMER_SIGNS = "់ ៉ ៊ ័ ៍ ៌ ៏ ៎ ៈ ៗ ។ ្".split()  # noqa: SIM905 - signs alone are easier to read so
KHMER_INDEPENDENT_VOWELS = "ឥឦឧឩឪឫឬឭឮឯឰឱឲឳ"
KHMER_DIGITS = "០១២៣៤៥៦៧៨៩"
FRENCH = "abcdefghijklmnopqrstuvwxyzàâæçéèêëîïôœùûüÿ0123456789'’-.,:;!?()«»&"
NOTHING_TYPED = Searching("", (), page=0, pages=1, found=0)
PAGES = [(layout, page) for layout in (KHMER, LATIN) for page in layout.pages]


def typed_by(layout: Layout) -> set[str]:
    return {key.types for key in layout.every_key()}


def test_every_letter_of_the_khmer_alphabet_can_be_typed() -> None:
    assert len(KHMER_CONSONANTS) == 33
    assert set(KHMER_CONSONANTS) - typed_by(KHMER) == set()


@pytest.mark.parametrize("wanted", [KHMER_VOWELS, KHMER_SIGNS, KHMER_INDEPENDENT_VOWELS, KHMER_DIGITS])
def test_every_khmer_vowel_sign_and_digit_can_be_typed(wanted: str | list[str]) -> None:
    assert set(wanted) - typed_by(KHMER) == set()


def test_everything_printed_in_french_can_be_typed_but_capitals() -> None:
    assert set(FRENCH) - typed_by(LATIN) == set()


def test_the_first_page_holds_the_alphabet_in_its_order() -> None:
    letters = "".join(key.types for row in CONSONANTS.rows for key in row)

    assert letters.startswith(KHMER_CONSONANTS)


@pytest.mark.parametrize(("layout", "page"), PAGES, ids=lambda of: of.name)
def test_no_page_types_the_same_text_with_two_keys(layout: Layout, page: Page) -> None:
    texts = [key.types for row in page.rows for key in row]

    assert len(texts) == len(set(texts))


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def kiosk(request: pytest.FixtureRequest) -> Any:
    shown = KioskDriver(request.param)
    shown.show(NOTHING_TYPED, Language.KM)
    yield shown
    shown.close()


def board(kiosk: KioskDriver) -> Any:
    return kiosk.app.stage.screen.keyboard


@pytest.mark.parametrize(("layout", "page"), PAGES, ids=lambda of: of.name)
def test_a_touched_key_sends_what_it_types(kiosk: KioskDriver, layout: Layout, page: Page) -> None:
    for row in page.rows:
        for key in row:
            board(kiosk).open(layout, page.name)
            kiosk.settle(2)
            kiosk.posted.clear()
            kiosk.tap_on(key.shows)

            assert kiosk.commands == [TypeText(key.types)]


@pytest.mark.parametrize(("layout", "page"), PAGES, ids=lambda of: of.name)
def test_every_key_is_as_large_as_a_finger(kiosk: KioskDriver, layout: Layout, page: Page) -> None:
    board(kiosk).open(layout, page.name)
    kiosk.settle()
    least_px = theme.TARGET * kiosk.size[0] / theme.WIDTH

    small = [key.text for key in keys(kiosk) if min(key.size) < least_px]

    assert small == []


def keys(kiosk: KioskDriver) -> list[Any]:
    found = [widget for widget in board(kiosk).walk() if type(widget).__name__ == "KeyButton"]
    assert len(found) > 20
    return found


def test_after_a_sign_the_consonants_come_back(driver: KioskDriver) -> None:
    driver.show(NOTHING_TYPED, Language.KM)
    driver.tap_on("◌ៀ ◌៉")
    assert board(driver).page_name == "signs"

    driver.tap_on("◌ៀ")

    assert board(driver).page_name == "consonants"


def test_digits_stay_until_another_page_is_wanted(driver: KioskDriver) -> None:
    driver.show(NOTHING_TYPED, Language.KM)
    driver.tap_on("១២៣")
    driver.tap_on("២")
    driver.tap_on("០")
    assert driver.commands == [TypeText("២"), TypeText("០")]

    driver.tap_on("ក ខ")

    assert board(driver).page_name == "consonants"


def test_space_and_backspace_send_their_commands(driver: KioskDriver) -> None:
    from appliance.language.fonts import pictogram

    driver.show(NOTHING_TYPED, Language.EN)
    driver.tap_on(pictogram("space"))
    driver.tap_on(pictogram("backspace"))

    assert driver.commands == [TypeText(" "), EraseLetter()]


def test_holding_backspace_erases_everything(driver: KioskDriver) -> None:
    from appliance.language.fonts import pictogram

    driver.show(NOTHING_TYPED, Language.EN)
    driver.button(pictogram("backspace")).dispatch("on_hold")

    assert driver.commands == [EraseAll()]


def test_the_keyboard_speaks_the_language_of_the_screen(driver: KioskDriver) -> None:
    driver.show(NOTHING_TYPED, Language.KM)
    assert board(driver).layout_name == "khmer"

    driver.show(NOTHING_TYPED, Language.FR)

    assert board(driver).layout_name == "latin"


def test_a_letter_that_arrives_leaves_the_page_where_it_is(driver: KioskDriver) -> None:
    driver.show(NOTHING_TYPED, Language.FR)
    driver.tap_on("é 1 2")
    page = board(driver).children[0]

    driver.show(Searching("é", (), page=0, pages=1, found=0), Language.FR)

    assert board(driver).page_name == "accents"
    assert board(driver).children[0] is page
