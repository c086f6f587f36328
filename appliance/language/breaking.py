"""Where lines may break: at spaces, and in Khmer, which has none between words, at U+200B.

Khmer words are found by khmercut, a CRF trained on Khmer text. A cluster is a Khmer letter with the
subscripts and signs that hang on it (Unicode Standard, chapter 16.4); a cut inside one would draw dotted
circles.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

import khmercut

WORD_END = "\u200b"
ELLIPSIS = "…"

Measure = Callable[[str], float]
"""The width of a text, in whatever unit the caller's width is."""

_KHMER_RUN = re.compile("[\u1780-\u17d3\u17dd]+")
_PIECE = re.compile(f"([ \n{WORD_END}]+)")
_CLUSTER = re.compile(
    "[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d1\u17d3\u17dd\u200c\u200d])*"
    "|.[\u0300-\u036f\u17b4-\u17d3\u17dd\u200c\u200d]*",
    re.DOTALL,
)
_AT_MOST_ONE_CLUSTER = re.compile("[\u1780-\u17b3]?(?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d1\u17d3\u17dd])*")


@lru_cache(maxsize=4096)
def mark_words(text: str) -> str:
    """`text` with U+200B between the words of its Khmer runs; as it is when it has a U+200B already."""
    if WORD_END in text or not _KHMER_RUN.search(text):
        return text
    return _KHMER_RUN.sub(_mark_run, text)


def mark_for_keeping(text: str) -> str:
    """As `mark_words`, for a text that is kept: a single Khmer word gets a mark at its end.

    It says that the text was looked at, so that nobody who shows it needs the segmenter.
    """
    marked = mark_words(text)
    return marked + WORD_END if WORD_END not in marked and _KHMER_RUN.search(marked) else marked


def clusters(text: str) -> list[str]:
    """`text` cut between its clusters."""
    return _CLUSTER.findall(text)


def wrap(text: str, width: float, measure: Measure) -> list[str]:
    """`text` as lines no wider than `width`, without U+200B; `\\n` always begins a new line.

    A word wider than a line is cut between clusters; a cluster wider than a line is left to stick out.
    """
    return list(map(_unmarked, _wrap_marked(text, width, measure)))


def wrap_evenly(text: str, width: float, measure: Measure) -> list[str]:
    """As `wrap`, in no more lines, but each paragraph's lines about as long as each other."""
    lines: list[str] = []
    for paragraph in mark_words(text).split("\n"):
        lines.extend(_wrap_paragraph(paragraph, _even_width(paragraph, width, measure), measure))
    return list(map(_unmarked, lines))


def ellipsize(text: str, width: float, lines_most: int, measure: Measure) -> list[str]:
    """As `wrap`, but at most `lines_most` lines; an ellipsis takes the place of what is cut off."""
    lines = _wrap_marked(text, width, measure)
    kept = list(map(_unmarked, lines[:lines_most]))
    if len(lines) > lines_most:
        kept[-1] = _cut_with_ellipsis(lines[lines_most - 1], width, measure)
    return kept


def _mark_run(run: re.Match[str]) -> str:
    if _AT_MOST_ONE_CLUSTER.fullmatch(run.group()):
        # A key of the keyboard, say: nothing to cut, and so no need of the segmenter.
        return run.group()
    # At the first call it loads its model: 25 ms, and 21 MB.
    return WORD_END.join(khmercut.tokenize(run.group()))


def _unmarked(line: str) -> str:
    return line.replace(WORD_END, "")


def _wrap_marked(text: str, width: float, measure: Measure) -> list[str]:
    """The lines with their word ends still marked, for who has to cut one of them."""
    lines: list[str] = []
    for paragraph in mark_words(text).split("\n"):
        lines.extend(_wrap_paragraph(paragraph, width, measure))
    return lines


def _wrap_paragraph(paragraph: str, width: float, measure: Measure) -> list[str]:
    first, *rest = _PIECE.split(paragraph)
    lines: list[str] = []
    line = _cut_long_word(first, width, measure, lines)
    for separator, word in zip(rest[::2], rest[1::2], strict=True):
        trial = line + (" " if " " in separator else WORD_END) + word
        if measure(_unmarked(trial)) <= width:
            line = trial
            continue
        if line:
            lines.append(line)
        line = _cut_long_word(word, width, measure, lines)
    return [*lines, line]


def _even_width(paragraph: str, width: float, measure: Measure) -> float:
    """The least width, to a 64th of `width`, at which the paragraph takes no more lines than at `width`."""
    lines_most = len(_wrap_paragraph(paragraph, width, measure))
    too_narrow, enough = (0.0, width) if lines_most > 1 else (width, width)
    while enough - too_narrow > width / 64:
        middle = (too_narrow + enough) / 2
        if len(_wrap_paragraph(paragraph, middle, measure)) > lines_most:
            too_narrow = middle
        else:
            enough = middle
    return enough


def _cut_long_word(word: str, width: float, measure: Measure, lines: list[str]) -> str:
    """Puts the full lines of a word wider than a line into `lines`; returns what is left of the word."""
    if measure(word) <= width:
        return word
    left = ""
    for cluster in clusters(word):
        if left and measure(left + cluster) > width:
            lines.append(left)
            left = ""
        left += cluster
    return left


def _cut_with_ellipsis(line: str, width: float, measure: Measure) -> str:
    """The most of `line` that fits with an ellipsis: whole words if at least one does, else clusters."""
    pieces = [piece for piece in _PIECE.split(line) if piece]
    for parts in (pieces, clusters(_unmarked(line))):
        for count in range(len(parts), 0, -1):
            kept = _unmarked("".join(parts[:count])).rstrip()
            if kept and measure(kept + ELLIPSIS) <= width:
                return kept + ELLIPSIS
    return ELLIPSIS
