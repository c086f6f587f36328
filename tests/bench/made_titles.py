"""Many titles that look like a Cambodian library's: words of the demo library and words coined from them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate

from appliance.catalogue.entry import Entry, RecordFormat
from appliance.catalogue.folding import is_khmer
from appliance.demo.library import entries
from appliance.language.breaking import WORD_END, clusters, mark_words
from appliance.model import Shelf

KHMER_SHARE = 0.85
_WORDS = 6000


def made_titles(chance: random.Random, count: int) -> Iterator[Entry]:
    """`count` titles of three to eight words with an author of two, spread over the shelves."""
    khmer, latin = _words(chance, khmer=True), _words(chance, khmer=False)
    # Zipf's law: a word's frequency falls with its rank.
    weights = list(accumulate(1 / (rank + 10) for rank in range(_WORDS)))
    for number in range(count):
        in_khmer = chance.random() < KHMER_SHARE
        author, *title = _chosen(chance, khmer if in_khmer else latin, weights)
        yield Entry(
            key=f"bench:{number}",
            title=(WORD_END if in_khmer else " ").join(title),
            record=b"{}",
            record_format=RecordFormat.ROW,
            authors=(f"{author}{WORD_END} {title[-1]}",),
            language="km" if in_khmer else "en",
            shelf=list(Shelf)[number % len(Shelf)],
        )


def _chosen(chance: random.Random, words: list[str], weights: list[float]) -> list[str]:
    return chance.choices(words, cum_weights=weights, k=chance.randint(4, 9))


def _words(chance: random.Random, *, khmer: bool) -> list[str]:
    """The demo library's words in one writing, and coined ones of two or three of their pieces."""
    real = sorted({word for word in _demo_words() if is_khmer(word) is khmer and len(word) > 1})
    pieces = [piece for word in real for piece in _pieces(word)]
    coined = ("".join(chance.choices(pieces, k=chance.randint(2, 3))) for _ in range(_WORDS))
    words = [*real, *coined][:_WORDS]
    chance.shuffle(words)
    return words


def _demo_words() -> Iterator[str]:
    for entry in entries():
        for text in (entry.title, *entry.authors):
            yield from mark_words(text).replace(WORD_END, " ").split()


def _pieces(word: str) -> list[str]:
    if is_khmer(word):
        return clusters(word)
    return [word[at : at + 3] for at in range(0, len(word), 3)]
