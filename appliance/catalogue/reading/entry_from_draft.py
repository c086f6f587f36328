"""From a draft to an entry: cleaned, checked, cut to length, with the key that knows it next time."""

from __future__ import annotations

import hashlib

from appliance.catalogue.entry import Cause, CopyEntry, Entry, RecordFormat
from appliance.catalogue.reading.draft import Draft
from appliance.catalogue.reading.isbn import best_isbn
from appliance.catalogue.reading.languages import language_of
from appliance.catalogue.reading.text import clean, in_arabic_digits, without_repeats

TITLE_LETTERS = 500
NAME_LETTERS = 200
"""The longest series, publisher, author or subject that is kept."""
NAMES = 40
"""The most authors or subjects that are kept."""
BARCODE_LETTERS = 64
"""The longest code a scanner may send (see `Scanned`)."""
COPIES = 1000


def finish(draft: Draft, record: bytes, record_format: RecordFormat) -> Entry | None:
    """The entry of a draft, or None without a title; what is wrong is added to the draft's troubles."""
    title = _cut(draft, "title", clean(draft.title), TITLE_LETTERS)
    if not title:
        draft.troubles.append((Cause.NO_TITLE, ""))
        return None
    authors = _names(draft, "author", draft.authors)
    isbn, wrong = best_isbn(draft.isbns)
    draft.troubles.extend((Cause.BAD_ISBN, number) for number in wrong)
    return Entry(
        key=_key(draft, title, authors, isbn),
        title=title,
        record=record,
        record_format=record_format,
        authors=authors,
        series=_cut(draft, "series", clean(draft.series), NAME_LETTERS),
        subjects=_names(draft, "subject", draft.subjects),
        isbn=isbn,
        language=language_of(draft.language),
        shelf=draft.shelf,
        year=draft.year,
        publisher=_cut(draft, "publisher", clean(draft.publisher), NAME_LETTERS),
        copies=_copies(draft),
    )


def _cut(draft: Draft, name: str, text: str, letters: int) -> str:
    if len(text) <= letters:
        return text
    draft.troubles.append((Cause.TOO_LONG, f"{name}: {len(text)} letters"))
    return text[:letters].rstrip()


def _names(draft: Draft, name: str, texts: list[str]) -> tuple[str, ...]:
    if not texts:
        return ()
    kept = without_repeats([_cut(draft, name, clean(text), NAME_LETTERS) for text in texts])
    if len(kept) > NAMES:
        draft.troubles.append((Cause.TOO_LONG, f"{len(kept)} {name} fields"))
    return tuple(kept[:NAMES])


def _copies(draft: Draft) -> tuple[CopyEntry, ...]:
    """The copies, each barcode once; a title that names no copy has one that asks for a barcode."""
    kept: dict[str, CopyEntry] = {}
    unnamed: list[CopyEntry] = []
    for copy in draft.copies[:COPIES]:
        barcode = in_arabic_digits(clean(copy.barcode))
        if len(barcode) > BARCODE_LETTERS:
            draft.troubles.append((Cause.TOO_LONG, f"barcode: {len(barcode)} letters"))
            barcode = ""
        if barcode:
            kept.setdefault(barcode, CopyEntry(barcode, copy.kind))
        else:
            unnamed.append(CopyEntry("", copy.kind))
    if len(draft.copies) > COPIES:
        draft.troubles.append((Cause.TOO_LONG, f"{len(draft.copies)} copies"))
    return (*kept.values(), *unnamed) or (CopyEntry(""),)


def _key(draft: Draft, title: str, authors: tuple[str, ...], isbn: str) -> str:
    if draft.control:
        return clean(draft.control)[:NAME_LETTERS]
    parts = (isbn, title.casefold(), *(author.casefold() for author in authors), str(draft.year or ""))
    seen = "\x1f".join(parts).replace("\u200b", "")
    return "digest:" + hashlib.sha256(seen.encode()).hexdigest()[:32]
