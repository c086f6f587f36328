"""The built fonts: every letter and pictogram that is shown is in them."""

from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.pofile import read_po
from fontTools.ttLib import TTFont

from appliance.language import fonts
from appliance.language.dates import day, weekday
from appliance.language.fonts import (
    FontsMissing,
    Weight,
    pictogram,
    pictogram_font,
    shelf_pictogram,
    text_font,
)
from appliance.language.pictograms import PICTOGRAMS
from appliance.model import Avatar, Language, Shelf

ROOT = Path(__file__).resolve().parents[3]
LOCALE = ROOT / "appliance" / "language" / "locale"
TRANSLATIONS = sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))


def _assets() -> ModuleType:
    spec = importlib.util.spec_from_file_location("assets", ROOT / "provisioning" / "assets.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("weight", list(Weight))
@pytest.mark.parametrize("source", TRANSLATIONS, ids=lambda path: f"{path.parents[1].name}-{path.stem}")
def test_every_letter_of_every_translation_is_in_the_font(source: Path, weight: Weight) -> None:
    with source.open("rb") as text:
        said = {letter for message in read_po(text) for part in _strings(message.string) for letter in part}
    assert {letter for letter in said - {"\n"} if ord(letter) not in _letters(weight)} == set()


@pytest.mark.parametrize("weight", list(Weight))
def test_letters_for_dates_keys_and_khmer_words_are_in_the_font(weight: Weight) -> None:
    a_day = date(2026, 10, 9)
    shown = "".join(day(a_day, language) + weekday(a_day, language) for language in Language)
    assert {letter for letter in shown + "\u200b\u25cc…«»œŒ" if ord(letter) not in _letters(weight)} == set()


def test_the_weights_are_three_different_fonts_with_one_weight_each() -> None:
    built = [TTFont(text_font(weight)) for weight in Weight]
    assert [font["OS/2"].usWeightClass for font in built] == [400, 600, 700]
    assert not [font for font in built if "fvar" in font]


def test_every_pictogram_has_its_own_character_in_a_font_with_nothing_else() -> None:
    characters = {ord(pictogram(name)) for name in PICTOGRAMS}
    assert set(TTFont(pictogram_font()).getBestCmap()) == characters
    assert len(characters) == len(set(PICTOGRAMS.values()))


def test_every_avatar_and_every_shelf_has_a_pictogram_of_its_own() -> None:
    names = [*Avatar, *map(shelf_pictogram, Shelf)]
    assert len({pictogram(name) for name in names}) == len(Avatar) + len(Shelf)


def test_a_pictogram_nobody_named_is_an_error() -> None:
    with pytest.raises(KeyError, match="unicorn"):
        pictogram("unicorn")


def test_missing_fonts_say_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fonts, "FONTS", tmp_path)
    with pytest.raises(FontsMissing, match="make assets"):
        text_font(Weight.BOLD)


def test_a_glyph_the_icon_font_does_not_have_is_named() -> None:
    assets = _assets()
    known = dict.fromkeys(PICTOGRAMS.values(), 0xF0000)
    del known[PICTOGRAMS["borrow"]]
    with pytest.raises(assets.UnknownGlyph, match=f"borrow = {PICTOGRAMS['borrow']}"):
        assets.pictogram_characters(known)


def test_assets_that_are_up_to_date_are_left_alone() -> None:
    assets = _assets()
    assets.main()
    made = {path: path.stat().st_mtime_ns for path in [*assets.FONTS.iterdir(), *LOCALE.rglob("*.mo")]}
    assets.main()
    assert {path: path.stat().st_mtime_ns for path in made} == made


def test_the_licences_lie_beside_the_fonts() -> None:
    texts = [(fonts.FONTS / f"{font}-LICENSE.txt").read_text() for font in ("NotoSansKhmer", "Pictograms")]
    assert "SIL OPEN FONT LICENSE" in texts[0].upper()
    assert "Apache 2.0" in texts[1]


def test_accents_cannot_be_taken_off_their_letters() -> None:
    """HarfBuzz would take î apart under the Khmer script, and leave a dot below the accent."""
    for weight in Weight:
        assert not [code for code in _letters(weight) if 0x300 <= code < 0x370]


def _letters(weight: Weight) -> dict[int, str]:
    return TTFont(text_font(weight)).getBestCmap()


def _strings(translation: str | tuple[str, ...]) -> tuple[str, ...]:
    return translation if isinstance(translation, tuple) else (translation,)
