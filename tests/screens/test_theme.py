"""Whoever sees badly can still read every text."""

from __future__ import annotations

import pytest

from ui.theme import PAIRS, Colour, colour, contrast


@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(text: Colour, ground: Colour) -> None:
    assert contrast(text, ground) >= 4.5


def test_black_on_white_has_the_most_contrast_there_is() -> None:
    assert contrast(colour("#000000"), colour("#FFFFFF")) == pytest.approx(21)
