"""What stands beside each reason, as a whole."""

from __future__ import annotations

from collections import Counter

from appliance.language.pictograms import PICTOGRAMS
from appliance.language.refusals import words_of
from appliance.model import Reason


def test_no_picture_stands_for_two_reasons() -> None:
    glyphs = Counter(PICTOGRAMS[words_of(reason).pictogram] for reason in Reason)

    assert [glyph for glyph, times in glyphs.items() if times > 1] == []


def test_what_to_do_is_never_the_picture_of_why_not() -> None:
    assert [reason for reason in Reason if words_of(reason).pictogram == words_of(reason).way_on] == []
