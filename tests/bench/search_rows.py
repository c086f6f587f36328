"""As-you-type search over 100,000 titles: from a key touched to the next status, beside a bare FTS5 query.

One to five syllables of a title are typed, from any of its words on; the same phrase is then asked of the
same table with nothing around it, so that a busy machine slows both alike.
"""

from __future__ import annotations

import random
import tempfile
import time
from pathlib import Path

import apsw

from appliance.catalogue.folding import tokens
from appliance.language.breaking import WORD_END, clusters
from appliance.messages import EraseAll, StartSearching, TypeText, Wake
from appliance.status import Searching
from appliance.store.catalogue.importing import import_entries
from tests.bench.made_titles import made_titles
from tests.bench.row import Row
from tests.flows.storyboard import MONDAY, Storyboard, open_storyboard

TITLES = 100_000
TYPED = 1000
MISTYPED = 300
LIMIT_MS = 10.0
LIMIT_RATIO = 3.0
_SYLLABLES = 5
_BARE = "SELECT rowid FROM title_words WHERE title_words MATCH ? LIMIT 61"
_SOME = "SELECT title FROM title WHERE source_key LIKE 'bench:%' ORDER BY id * 7919 % 100003 LIMIT ?"


def rows(titles: int = TITLES) -> list[Row]:
    """p50 and p95 of both, their ratio, the forgiving pass, and what it all takes of memory."""
    chance = random.Random(6)
    with tempfile.TemporaryDirectory() as folder:
        story = open_storyboard(Path(folder))
        import_entries(story.store.connection, made_titles(chance, titles), at=MONDAY)
        some = [title for (title,) in story.store.connection.execute(_SOME, (TYPED + MISTYPED,))]
        story.touches(Wake())
        story.touches(StartSearching())
        right = [beginning(chance, title) for title in some[:TYPED]]
        pairs = [(typing_ms(story, text), bare_ms(story.store.connection, text)) for text in right]
        wrong = [typing_ms(story, mistyped(chance, title)) for title in some[TYPED:]]
        story.store.close()
    return _figures([whole for whole, _ in pairs], [bare for _, bare in pairs], wrong)


def _figures(whole: list[float], bare: list[float], wrong: list[float]) -> list[Row]:
    p95, bare_p95, wrong_p95 = percentile(whole, 95), percentile(bare, 95), percentile(wrong, 95)
    ratio = p95 / bare_p95
    return [
        Row("search: key touched to status, median", percentile(whole, 50), "ms", None, True),
        Row("search: key touched to status, p95", p95, "ms", LIMIT_MS, p95 <= LIMIT_MS),
        Row("search: bare FTS5, median", percentile(bare, 50), "ms", None, True),
        Row("search: bare FTS5, p95", bare_p95, "ms", None, True),
        Row("search: status ÷ bare FTS5, p95", ratio, "×", LIMIT_RATIO, ratio <= LIMIT_RATIO),
        Row("search: mistyped, median", percentile(wrong, 50), "ms", None, True),
        Row("search: mistyped, p95", wrong_p95, "ms", LIMIT_MS, wrong_p95 <= LIMIT_MS),
    ]


def percentile(values: list[float], percent: int) -> float:
    return sorted(values)[len(values) * percent // 100]


def beginning(chance: random.Random, title: str) -> str:
    """One to five syllables, from the start of any word of the title."""
    words = title.split(WORD_END) if WORD_END in title else title.split()
    start = chance.randrange(len(words))
    between = "" if WORD_END in title else " "
    return (
        "".join(clusters(between.join(words[start:]))[: chance.randint(1, _SYLLABLES)]).strip()
        or words[start]
    )


def mistyped(chance: random.Random, title: str) -> str:
    """Two words of the title with one letter or sign of them left out."""
    words = title.replace(WORD_END, " ").split()[:2]
    text = ("" if WORD_END in title else " ").join(words)
    at = chance.randrange(1, len(text))
    return text[:at] + text[at + 1 :]


def typing_ms(story: Storyboard, text: str) -> float:
    """The last syllable of `text` typed: all but it is on the screen before."""
    *before, last = clusters(text)
    story.touches(EraseAll())
    if before:
        story.touches(TypeText("".join(before)))
    start = time.perf_counter()
    status = story.touches(TypeText(last))
    took = time.perf_counter() - start
    assert isinstance(status.scene, Searching) and status.scene.text == text
    return took * 1e3


def bare_ms(connection: apsw.Connection, text: str) -> float:
    phrase = '"' + " ".join(tokens(text)) + '" *'
    start = time.perf_counter()
    connection.execute(_BARE, (phrase,)).fetchall()
    return (time.perf_counter() - start) * 1e3
