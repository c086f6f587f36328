"""Columns of a table found by their names in Khmer, English and French."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from appliance.catalogue.entry import Cause
from appliance.catalogue.reading.problems import refusal
from appliance.catalogue.reading.shelves import unaccented
from appliance.catalogue.reading.text import clean


class Column(StrEnum):
    """What a column can hold. Several columns of a table may hold the same (author 1, author 2)."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    AUTHOR = "author"
    SERIES = "series"
    SUBJECT = "subject"
    ISBN = "isbn"
    LANGUAGE = "language"
    SHELF = "shelf"
    YEAR = "year"
    PUBLISHER = "publisher"
    BARCODE = "barcode"
    COPIES = "copies"
    KIND = "kind"
    NUMBER = "number"
    """The record's own number, which makes it the same at the next import."""


_NAMES: dict[Column, str] = {
    Column.TITLE: "title|title km|title en|title fr|book title|title of book|main title|name of book"
    "|book name|titre|titre du livre|titre propre|ouvrage|ចំណងជើង|ចំណងជើងសៀវភៅ|ចំណងជើងរឿង|ឈ្មោះសៀវភៅ|ឈ្មោះរឿង",
    Column.SUBTITLE: "subtitle|sub title|sous titre|complement du titre|ចំណងជើងរង",
    Column.AUTHOR: "author|text by|authors|writer|creator|main author|by|auteur|auteurs|auteur principal"
    "|ecrivain|អ្នកនិពន្ធ|អ្នកនិពន្ធសៀវភៅ|ឈ្មោះអ្នកនិពន្ធ|និពន្ធដោយ|អ្នកសរសេរ|និពន្ធ",
    Column.SERIES: "series|collection|serie|ស៊េរី|កម្រង|កម្រងសៀវភៅ|បណ្តុំ",
    Column.SUBJECT: "subject|subjects|topic|topics|theme|keywords|keyword|sujet|sujets|matiere|mots cles"
    "|mot cle|ប្រធានបទ|ប្រធាន|ពាក្យគន្លឹះ|មុខវិជ្ជា",
    Column.ISBN: "isbn|isbn 13|isbn 10|isbn13|isbn10|isbn issn|លេខ isbn|អាយអេសប៊ីអិន",
    Column.LANGUAGE: "language|lang|langue|ភាសា",
    Column.SHELF: "shelf|class|classification|category|dewey|ddc|call number|callnumber|call no|section|genre"
    "|cote|cote dewey|indice|rayon|categorie|classe|លេខហៅ|លេខចាត់ថ្នាក់|ប្រភេទ|ប្រភេទសៀវភៅ|ផ្នែក|ធ្នើ"
    "|ចំណាត់ថ្នាក់|លេខទូ|ទូ",
    Column.YEAR: "year|date|publication year|year of publication|published|annee|annee de publication"
    "|date de publication|date d edition|ឆ្នាំ|ឆ្នាំបោះពុម្ព|ឆ្នាំបោះពុម្ពផ្សាយ|ឆ្នាំផ្សាយ",
    Column.PUBLISHER: "publisher|publisher name|publishing house|editeur|maison d edition|edition|editions"
    "|គ្រឹះស្ថានបោះពុម្ព|អ្នកបោះពុម្ព|អ្នកបោះពុម្ពផ្សាយ|រោងពុម្ព|បោះពុម្ពដោយ|បោះពុម្ពផ្សាយ",
    Column.BARCODE: "barcode|barcodes|bar code|item barcode|copy barcode|item code|accession number"
    "|accession no|code barres|code barre|codes barres|codebarre|codebarres|exemplaire|numero d inventaire"
    "|លេខកូដ|បាកូដ|កូដ|លេខកូដសៀវភៅ|លេខបាកូដ|លេខសារពើភ័ណ្ឌ|កូដសៀវភៅ",
    Column.COPIES: "copies|number of copies|quantity|qty|no of copies|nombre d exemplaires|exemplaires"
    "|quantite|ចំនួន|ចំនួនក្បាល|ចំនួនច្បាប់|ចំនួនសៀវភៅ|បរិមាណ",
    Column.KIND: "kind|type|material type|item type|kind of copy|support|type de document|nature"
    "|ប្រភេទឯកសារ|ប្រភេទច្បាប់|កម្រិតខ្ចី",
    Column.NUMBER: "id|record id|record number|control number|biblio id|bibid|notice|numero de notice"
    "|identifiant|លេខកំណត់ត្រា|អត្តលេខ",
}
_LAST_NUMBER = re.compile(r"\s*\d+$")


def _plain(name: str) -> str:
    """A column's name for comparing: "Code-barres :" and "code barres" are the same."""
    kept = "".join(
        letter if letter.isalnum() or "\u1780" <= letter <= "\u17ff" else " "
        for letter in unaccented(clean(name))
    )
    return " ".join(kept.split())


_KNOWN = {_plain(name): column for column, names in _NAMES.items() for name in names.split("|")}


def find_columns(heading: Sequence[str], given: Mapping[str, str] | None = None) -> list[Column | None]:
    """What each column of the heading holds, or None where nothing is known of it.

    `given` maps a `Column` value to the name of the column in this table and goes before every other name.

    Raises:
        Refusal: NO_TITLE_COLUMN, when a given name is not in the heading or nothing can be the title.
    """
    names = [_plain(name) for name in heading]
    found = [_KNOWN.get(name) or _KNOWN.get(_LAST_NUMBER.sub("", name)) for name in names]
    for meaning, name in (given or {}).items():
        if _plain(name) not in names or meaning not in set(Column):
            raise refusal(Cause.NO_TITLE_COLUMN, f"no column {name} for {meaning}", record=1)
        found = [None if column is Column(meaning) else column for column in found]
        found[names.index(_plain(name))] = Column(meaning)
    if Column.TITLE not in found:
        raise refusal(Cause.NO_TITLE_COLUMN, ", ".join(filter(None, heading)), record=1)
    return found
