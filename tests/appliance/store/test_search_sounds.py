"""Typed text by its consonants, as the index of sounds is asked for it."""

from __future__ import annotations

import pytest

from appliance.store.search.phrases import words_of
from appliance.store.search.sounds import sounds_like


@pytest.mark.parametrize(
    ("typed", "expression"),
    [
        ("tum", '(starts : "tm" *)'),
        ("kolab", '(starts : "klp" *)'),
        # Four letters are the whole beginning that is kept; more are looked for as runs of three.
        ("sovannaphum", '(starts : "snpm" *)'),
        ("phkasropon", '((starts : "pksr" AND runs : "pks ksr srp rpn"))'),
        ("chbab srey", '(((starts : "cp" *) AND (starts : "sr" *)) OR starts : "cpsr" *)'),
        (
            "kolab pailin",
            '(((starts : "klp" *) AND (starts : "pln" *)) OR (starts : "klpl" AND runs : "klp lpl pln"))',
        ),
        # Khmer is looked for anywhere.
        ("ទុំទាវ", '(runs : "tmt")'),
        ("កូលាបប៉ៃលិន", '(runs : "klp lpl pln")'),
        ("teav ទុំ", '(runs : "tm" *)'),
        ("chbab ទុំទាវ", '(runs : "tmt") AND (starts : "cp" *)'),
        # One consonant alone is no sound to look for.
        ("ក ទុំទាវ", '(runs : "tmt")'),
        ("ក", ""),
        ("a b", ""),
        ("", ""),
    ],
)
def test_words_are_asked_for_by_their_consonants(typed: str, expression: str) -> None:
    assert sounds_like(words_of(typed)) == expression
