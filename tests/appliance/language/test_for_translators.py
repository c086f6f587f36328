"""The list of terms for native speakers quotes what the kiosk says, and nothing that it used to say."""

from __future__ import annotations

import re

import pytest

from tests.house.tree import HOUSE

LANGUAGES = {"Khmer": "km", "French": "fr"}


def rows(page: str, heading: str) -> list[tuple[str, str]]:
    """Term and what is written now, of the table under this heading."""
    (part,) = re.findall(rf"^## {heading}$(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    cells = [[cell.strip() for cell in line.split("|")[1:-1]] for line in part.splitlines() if "|" in line]
    return [(row[0], row[1]) for row in cells[2:]]


def told(language: str) -> str:
    folder = HOUSE / "appliance/language/locale" / language / "LC_MESSAGES"
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.po")))


@pytest.mark.parametrize("heading", LANGUAGES)
def test_every_term_on_the_list_is_said_somewhere(heading: str) -> None:
    page = (HOUSE / "docs/for-translators.md").read_text(encoding="utf-8")
    listed, words = rows(page, heading), told(LANGUAGES[heading])

    assert listed
    assert [term for term, written in listed if written not in words] == []
