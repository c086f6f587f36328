"""The translations."""

from __future__ import annotations

import pytest

from appliance.language.breaking import WORD_END
from appliance.language.words import counted, translator
from appliance.model import Language


def test_english_is_spoken_without_a_catalogue() -> None:
    assert translator(Language.EN, "slips")("Loan slip") == "Loan slip"
    assert counted(Language.EN, "slips")("in {number} day", "in {number} days", 2) == "in {number} days"


def test_khmer_and_french_are_spoken_from_their_catalogues() -> None:
    assert translator(Language.KM, "slips")("Loan slip").replace(WORD_END, "") == "បង្កាន់ដៃខ្ចីសៀវភៅ"
    assert translator(Language.FR, "slips")("Loan slip") == "Ticket de prêt"


def test_khmer_comes_with_its_words_marked_so_that_no_segmenter_is_needed() -> None:
    for message in ("Loan slip", "Bring back by"):
        assert WORD_END in translator(Language.KM, "slips")(message)


def test_words_change_with_the_number_in_french_and_not_in_khmer() -> None:
    forms = ("in {number} day", "in {number} days")
    french, khmer = counted(Language.FR, "slips"), counted(Language.KM, "slips")
    assert french(*forms, 1) != french(*forms, 2)
    assert khmer(*forms, 1) == khmer(*forms, 2)


def test_a_language_without_its_catalogue_is_an_error_and_not_half_english() -> None:
    with pytest.raises(FileNotFoundError):
        translator(Language.KM, "never written")
