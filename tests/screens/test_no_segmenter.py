"""What the running kiosk does without: khmercut and its model, 21 MB and 60 ms."""

from __future__ import annotations

import re

import pytest

import ui.samples.statuses
from appliance.language import breaking
from appliance.model import Language
from tests.screens.kiosk_driver import SIZES, KioskDriver


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_screen_asks_where_a_khmer_word_ends(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk = KioskDriver(size)
    statuses = [status for language in Language for _, status in ui.samples.statuses.statuses(language)]
    asked: set[str] = set()

    def segment(text: str) -> list[str]:
        asked.add(text)
        return [text]

    # The samples' own texts were marked when they were made, as those of a library are when it is imported.
    _forget_what_was_measured()
    monkeypatch.setattr("khmercut.tokenize", segment)
    for status in statuses:
        kiosk.show(status)
    kiosk.close()
    _forget_what_was_measured()
    assert asked == set()


@pytest.mark.parametrize("text", ["ក", "ស្ត្រី", "◌្ក", "◌ៀ ◌៉", "ធ្នូ"])
def test_a_text_of_one_cluster_is_not_looked_at(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("khmercut.tokenize", lambda run: pytest.fail(f"asked about {run}"))
    breaking.mark_words.cache_clear()
    assert re.sub(breaking.WORD_END, "", breaking.mark_words(text)) == text


def _forget_what_was_measured() -> None:
    from ui import text

    breaking.mark_words.cache_clear()
    text._lines.cache_clear()
