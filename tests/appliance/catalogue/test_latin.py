"""Khmer typed with Latin letters has the key of the Khmer word."""

from __future__ import annotations

import pytest
from rapidfuzz import fuzz

from appliance.catalogue.latin import khmer_key, khmer_keys, latin_keys
from appliance.catalogue.romanise import romanise

# As people type them; several spellings of a word are all right.
TYPED = [
    ("sievphov", "សៀវភៅ"),
    ("siewphow", "សៀវភៅ"),
    ("bannalai", "បណ្ណាល័យ"),
    ("khmer", "ខ្មែរ"),
    ("kampuchea", "កម្ពុជា"),
    ("kampong", "កំពង់"),
    ("chbab", "ច្បាប់"),
    ("srey", "ស្រី"),
    ("rieng", "រឿង"),
    ("roeung", "រឿង"),
    ("tumteav", "ទុំទាវ"),
    ("kolab", "កូលាប"),
    ("pailin", "ប៉ៃលិន"),
    ("sophea", "សុភា"),
    ("tonsay", "ទន្សាយ"),
    ("phnom", "ភ្នំ"),
    ("angkor", "អង្គរ"),
    ("pheasa", "ភាសា"),
    ("vithyea", "វិទ្យា"),
    ("kafe", "កាហ្វេ"),
    ("teang", "ទាំង"),
    ("preah", "ព្រះ"),
    ("borann", "បុរាណ"),
    ("chum", "ជុំ"),
    ("nhonh", "ញ៉ូញ"),
]


@pytest.mark.parametrize(("typed", "word"), TYPED)
def test_a_word_typed_with_latin_letters_has_the_key_of_the_khmer_word(typed: str, word: str) -> None:
    assert khmer_key(word) in latin_keys(typed)


@pytest.mark.parametrize(
    ("typed", "other"), [("sievphov", "ខ្មែរ"), ("khmer", "ភាសា"), ("phnom", "កូលាប"), ("srey", "ស្វាយ")]
)
def test_words_that_sound_different_have_different_keys(typed: str, other: str) -> None:
    assert khmer_key(other) not in latin_keys(typed)


def test_a_bare_c_may_be_k_or_ch() -> None:
    assert latin_keys("cakra") == ["kr", "ckr"]
    assert khmer_key("ចក្រ") in latin_keys("cakra")


def test_a_silent_letter_has_no_sound() -> None:
    assert khmer_key("សប្តាហ៍") == khmer_key("សប្តា")
    assert khmer_key("ពន្ធ៍") == "pn"


def test_the_words_of_a_text_end_at_zero_width_and_visible_spaces() -> None:
    assert khmer_keys("សៀវភៅ\u200bខ្មែរ ភាសា, English") == ["sp", "kmr", "ps"]
    assert khmer_keys("English only 12") == []


@pytest.mark.parametrize(("typed", "word"), TYPED)
def test_the_rough_romanisation_is_near_what_people_type(typed: str, word: str) -> None:
    assert fuzz.ratio(typed, romanise(word)) >= 70


def test_romanising_leaves_other_writing_alone() -> None:
    assert romanise("Le Petit Prince") == "le petit prince"
    assert romanise("ថ្នាក់ទី៤") == "thnakti4"
