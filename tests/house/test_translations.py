"""Nothing is shown or printed in English to who reads Khmer or French."""

from __future__ import annotations

import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from tests.house.tree import HOUSE

LOCALE = HOUSE / "appliance/language/locale"
# Which rooms speak through which catalogue. kv files are read as Python: their expressions are.
ROOMS = {
    "screens": HOUSE / "ui",
    "slips": HOUSE / "appliance/paper",
    "doctor": HOUSE / "appliance/language/causes",
    "voice": HOUSE / "appliance/language/voice",
    "refusals": HOUSE / "appliance/language/refusals",
}
METHODS = [("**.py", "python"), ("**.kv", "python")]
KEYWORDS = {
    "_": None,
    "N_": None,
    "say": None,
    "n_": (1, 2),
    "count": (1, 2),
    "counted": (1, 2),
}
PAIRS = [(language, domain) for language in ("km", "fr") for domain in ROOMS]


def catalogue(language: str, domain: str) -> Catalog:
    with (LOCALE / language / "LC_MESSAGES" / f"{domain}.po").open("rb") as text:
        return read_po(text, locale=language, abort_invalid=True)


def texts(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string or ())


def english_texts(room: Path) -> Iterator[tuple[str, str]]:
    """(file:line, English text) of every text that is asked for as a literal."""
    for file, line, found, _comments, _context in extract_from_dir(room, METHODS, keywords=KEYWORDS):
        yield f"{file}:{line}", found if isinstance(found, str) else found[0]


@pytest.mark.parametrize(("language", "domain"), PAIRS)
def test_every_text_is_translated(language: str, domain: str) -> None:
    messages = [message for message in catalogue(language, domain) if message.id]

    assert messages
    assert [
        message.id for message in messages if not texts(message) or not all(texts(message)) or message.fuzzy
    ] == []


@pytest.mark.parametrize(("language", "domain"), PAIRS)
def test_every_text_asked_for_has_an_entry(language: str, domain: str) -> None:
    known = catalogue(language, domain)
    asked = dict(english_texts(ROOMS[domain]))

    assert asked
    assert {place: text for place, text in asked.items() if text not in known} == {}


@pytest.mark.parametrize(("language", "domain"), PAIRS)
def test_a_translation_keeps_the_places_for_values(language: str, domain: str) -> None:
    for message in catalogue(language, domain):
        english = [message.id] if isinstance(message.id, str) else list(message.id)
        wanted = {places(text) for text in english if text}

        assert all(places(text) in wanted for text in texts(message) if message.id), message.id


def places(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name)


@pytest.mark.parametrize("domain", ROOMS)
def test_khmer_and_french_know_the_same_texts(domain: str) -> None:
    khmer, french = ({str(m.id) for m in catalogue(language, domain)} for language in ("km", "fr"))

    assert khmer == french
