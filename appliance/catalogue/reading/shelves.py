"""Which of the twelve shelves: by Dewey number, Library of Congress class, or a word in three languages."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from appliance.catalogue.reading.text import clean, in_arabic_digits
from appliance.model import Shelf

_DEWEY = (
    Shelf.GENERAL,
    Shelf.PHILOSOPHY,
    Shelf.RELIGION,
    Shelf.SOCIETY,
    Shelf.LANGUAGE,
    Shelf.SCIENCE,
    Shelf.TECHNOLOGY,
    Shelf.ARTS,
    Shelf.LITERATURE,
    Shelf.HISTORY,
)
_DEWEY_NUMBER = re.compile(r"(?<![\d.])(\d)\d\d(?:[./]\d*)*(?!\d)")
_STORY_MARK = re.compile(r"^\W*(?:E|Fic|FIC|JF|Easy)\b")
"""Where children's libraries write [E] or [Fic] in the place of a Dewey number."""

# https://www.loc.gov/catdir/cpso/lcco/ : the longest beginning decides.
_CONGRESS = {
    "A": Shelf.GENERAL, "B": Shelf.PHILOSOPHY, "BL": Shelf.RELIGION, "BM": Shelf.RELIGION,
    "BP": Shelf.RELIGION, "BQ": Shelf.RELIGION, "BR": Shelf.RELIGION, "BS": Shelf.RELIGION,
    "BT": Shelf.RELIGION, "BV": Shelf.RELIGION, "BX": Shelf.RELIGION, "C": Shelf.HISTORY,
    "D": Shelf.HISTORY, "E": Shelf.HISTORY, "F": Shelf.HISTORY, "G": Shelf.HISTORY, "GE": Shelf.SCIENCE,
    "GN": Shelf.SOCIETY, "GR": Shelf.SOCIETY, "GT": Shelf.SOCIETY, "GV": Shelf.ARTS, "H": Shelf.SOCIETY,
    "J": Shelf.SOCIETY, "K": Shelf.SOCIETY, "L": Shelf.SOCIETY, "M": Shelf.ARTS, "N": Shelf.ARTS,
    "P": Shelf.LANGUAGE, "PN": Shelf.LITERATURE, "PQ": Shelf.LITERATURE, "PR": Shelf.LITERATURE,
    "PS": Shelf.LITERATURE, "PT": Shelf.LITERATURE, "PZ": Shelf.STORIES, "Q": Shelf.SCIENCE,
    "R": Shelf.TECHNOLOGY, "S": Shelf.TECHNOLOGY, "T": Shelf.TECHNOLOGY, "TR": Shelf.ARTS,
    "U": Shelf.SOCIETY, "V": Shelf.SOCIETY, "Z": Shelf.GENERAL,
}  # fmt: skip
_CONGRESS_NUMBER = re.compile(r"([A-HJ-NP-VZ][A-Z]?)[A-Z]?\W?\d")

# Beginnings of words, without accents; the first that is found decides, so the narrower ones stand first.
_WORDS: tuple[tuple[Shelf, str], ...] = (
    (Shelf.TEXTBOOKS, "textbook|manuel|scolaire|សិក្សាគោល|សៀវភៅសិក្សា|សៀវភៅពុម្ព"),
    (Shelf.STORIES, "picture|stories|story|tale|children|conte|jeunesse|album|រឿង|កុមារ"),
    (Shelf.SOCIETY, "social|societ|law|droit|education|econom|សង្គម|ច្បាប់|អប់រំ"),
    (Shelf.TECHNOLOGY, "applied|techn|medic|agricul|health|sante|បច្ចេកវិទ្យា|អនុវត្ត|កសិកម្ម|សុខភាព"),
    (Shelf.PHILOSOPHY, "philo|psycho|ទស្សន|ចិត្តវិទ្យា"),
    (Shelf.RELIGION, "relig|buddh|boudd|សាសនា|ព្រះពុទ្ធ"),
    (Shelf.LITERATURE, "literatur|litterat|novel|roman|fiction|poe|អក្សរសាស្ត្រ|អក្សរសិល្ប៍|ប្រលោមលោក|កំណាព្យ"),
    (Shelf.LANGUAGE, "language|langue|linguis|dictionar|dictionnaire|ភាសា|វចនានុក្រម"),
    (Shelf.HISTORY, "histor|histoire|geograph|biograph|ប្រវត្តិ|ភូមិវិទ្យា"),
    (Shelf.ARTS, "arts?$|arts? |beaux-arts|music|musique|sport|សិល្បៈ|កីឡា|តន្ត្រី"),
    (Shelf.SCIENCE, "scien|math|វិទ្យាសាស្ត្រ|គណិត"),
    (Shelf.GENERAL, "general|ទូទៅ"),
)
_WORD_SHELVES = tuple((re.compile(f"(?<![a-z])(?:{words})"), shelf) for shelf, words in _WORDS)


def shelf_of_dewey(text: str) -> Shelf | None:
    """The shelf of a Dewey number ("813.54", "[E]", "REF 495.932 KHI"), or None if there is none."""
    if _STORY_MARK.match(text):
        return Shelf.STORIES
    match = _DEWEY_NUMBER.search(in_arabic_digits(text))
    return _DEWEY[int(match[1])] if match else None


def shelf_of_congress(text: str) -> Shelf | None:
    """The shelf of a Library of Congress call number ("PZ7.M8273"), or None."""
    match = _CONGRESS_NUMBER.match(text)
    return (_CONGRESS.get(match[1]) or _CONGRESS.get(match[1][0])) if match else None


def shelf_of_words(text: str) -> Shelf | None:
    """The shelf of a class, a call number or a name of a shelf as people write it, or None."""
    text = clean(text)
    by_number = shelf_of_dewey(text)
    if by_number is not None:
        return by_number
    return shelf_of_topic(text)


@lru_cache(maxsize=2048)
def shelf_of_topic(text: str) -> Shelf | None:
    """The shelf that a subject heading or the name of a class speaks of, or None."""
    plain = unaccented(text)
    return next((shelf for word, shelf in _WORD_SHELVES if word.search(plain)), None)


def unaccented(text: str) -> str:
    """Case-folded, without the accents of Latin letters and with one spelling of Khmer's two SA-TA forms."""
    apart = unicodedata.normalize("NFD", text.casefold())
    plain = "".join(letter for letter in apart if not "\u0300" <= letter <= "\u036f" and letter != "\u200b")
    # Coeng DA looks the same as coeng TA and is typed for it; ស្រ្ត is ស្ត្រ with its marks exchanged.
    return plain.replace("\u17d2\u178a", "\u17d2\u178f").replace(
        "\u17d2\u179a\u17d2\u178f", "\u17d2\u178f\u17d2\u179a"
    )
