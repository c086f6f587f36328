"""What looks the same is found the same."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appliance.catalogue.folding import fold, is_khmer, tokens

# Typed one way and the other; on paper nobody can tell them apart.
LOOK_ALIKES = [
    ("subscript ro before another", "ស្រ្តី", "ស្ត្រី"),
    ("subscript da for ta", "កណ្ដាល", "កណ្តាល"),
    ("subscript da for ta, after a base", "ស្ដេច", "ស្តេច"),
    ("e and ii for oe", "ដេីម", "ដើម"),
    ("ii and e for oe", "ដីេម", "ដើម"),
    ("e and aa for oo", "កេាត", "កោត"),
    ("aa and e for oo", "កាេត", "កោត"),
    ("e twice for ae", "មេេ", "មែ"),
    ("vowel before a subscript", "ខែ្មរ", "ខ្មែរ"),
    ("vowel before two subscripts", "សី្ត្រ", "ស្ត្រី"),
    ("shifter after the vowel", "សីុ", "ស៊ី"),
    ("stroke below for a shifter", "សុី", "ស៊ី"),
    ("the other shifter under an upper vowel", "ស៉ី", "ស៊ី"),
    ("nikahit before the vowel", "ចំា", "ចាំ"),
    ("nikahit before u", "ទំុ", "ទុំ"),
    ("a sign twice", "កាា", "កា"),
    ("a sign above twice", "ចំំ", "ចំ"),
    ("zero-width space inside", "សៀវ\u200bភៅ", "សៀវភៅ"),
    ("zero-width non-joiner inside", "ភាសា\u200cខ្មែរ", "ភាសាខ្មែរ"),
    ("zero-width joiner inside", "ស្\u200dត្រី", "ស្ត្រី"),
    ("the old letter qa", "\u17a3ង្គរ", "អង្គរ"),
    ("the old letter qaa", "\u17a4ត្មា", "អាត្មា"),
    ("an inherent vowel typed", "ក\u17b4មល", "កមល"),
    ("two forms of oo", "\u17b2្យ", "\u17b1្យ"),
    ("Khmer digits", "ថ្នាក់ទី១២", "ថ្នាក់ទី12"),
]


@pytest.mark.parametrize(
    ("typed", "meant"), [pair[1:] for pair in LOOK_ALIKES], ids=[pair[0] for pair in LOOK_ALIKES]
)
def test_spellings_that_look_the_same_fold_to_one(typed: str, meant: str) -> None:
    assert typed != meant
    assert fold(typed) == fold(meant)
    assert tokens(typed) == tokens(meant)


@pytest.mark.parametrize(
    ("one", "other"),
    [("កាត", "កោត"), ("ស្តី", "ស្ត្រី"), ("ទី១", "ទី២"), ("កុំ", "កំ"), ("ដី", "តី"), ("ខែ", "ខេ")],
)
def test_what_looks_different_stays_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Élève", "eleve"),
        ("ÇA", "ca"),
        ("cœur", "coeur"),
        ("Phở", "pho"),
        ("Straße", "strasse"),
        ("ＦＵＬＬ", "full"),
        ("ﬁn", "fin"),
        ("E\u0301te\u0301", "ete"),
        ("១០០", "100"),
    ],
)
def test_latin_letters_lose_case_accents_and_fancy_forms(typed: str, plain: str) -> None:
    assert fold(typed) == plain


def test_khmer_tokens_are_syllables_and_latin_tokens_are_words() -> None:
    assert tokens("សៀវភៅខ្មែរ") == ["សៀ", "វ", "ភៅ", "ខ្មែ", "រ"]
    assert tokens("Le Tour du monde en 80 jours") == ["le", "tour", "du", "monde", "en", "80", "jours"]
    assert tokens("ថ្នាក់ទី២ (English)") == ["ថ្នា", "ក់", "ទី", "2", "english"]
    assert tokens("L’École_normale") == ["l", "ecole", "normale"]


def test_a_syllable_being_typed_keeps_its_open_coeng() -> None:
    assert tokens("ខ្") == ["ខ្"]


def test_punctuation_and_stray_signs_are_no_tokens() -> None:
    assert tokens("៖ ។ៗ ! \u17b6\u17d2 \x00 \ud800") == []


def test_only_khmer_is_khmer() -> None:
    assert is_khmer("ABC ក")
    assert not is_khmer("ABC é ไทย 12")


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert tokens(" ".join(tokens(text))) == tokens(text)


@given(st.text(alphabet=[chr(code) for code in range(0x1780, 0x17DE)], max_size=12))
def test_any_order_of_khmer_signs_folds_without_losing_a_letter(text: str) -> None:
    letters = [sign for sign in fold(text) if unicodedata.category(sign) == "Lo"]

    assert len(letters) >= sum("\u1780" <= sign <= "\u17a2" for sign in text)
