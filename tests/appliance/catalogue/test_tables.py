"""CSV and XLSX: columns by name in three languages, odd encodings, broken quotes, formulas, bombs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from appliance.catalogue.entry import Cause, CopyEntry, Refusal
from appliance.catalogue.reading.csv_rows import csv_rows
from appliance.model import CopyKind, Shelf

KHMER = "ចំណងជើង,អ្នកនិពន្ធ,បាកូដ,ឆ្នាំបោះពុម្ព,ភាសា,ប្រភេទ\nរឿងទន្សាយ,ស៊ុន សុខា,០១០១,២០១៥,ខ្មែរ,រឿងកុមារ\n"
FRENCH = (
    "Titre;Auteur;Code-barres;Cote;Éditeur;Année;Langue;Sujet;Collection\n"
    "L'Étranger;Camus, Albert;0101;843.912 CAM;Gallimard;1942;français;Roman|Absurde;Folio\n"
)
ENGLISH = "Title\tAuthors\tBarcode\tCall number\tType\nAtlas\tSok; Keo\t7\tREF 912\tReference\n"


def test_khmer_columns_and_digits(read_bytes) -> None:
    (entry,), problems = read_bytes(KHMER.encode())
    assert problems == []
    assert (entry.title, entry.authors) == ("រឿងទន្សាយ", ("ស៊ុន សុខា",))
    assert (entry.year, entry.language, entry.shelf) == (2015, "km", Shelf.STORIES)
    assert entry.copies == (CopyEntry("0101"),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_french_columns_in_every_encoding(read_bytes, encoding: str) -> None:
    (entry,), problems = read_bytes(FRENCH.encode(encoding))
    assert problems == []
    assert (entry.title, entry.publisher, entry.series) == ("L'Étranger", "Gallimard", "Folio")
    assert (entry.language, entry.year, entry.shelf) == ("fr", 1942, Shelf.LITERATURE)
    assert entry.subjects == ("Roman", "Absurde")


def test_of_titles_in_several_languages_the_khmer_one_is_shown(read_bytes) -> None:
    entries, _ = read_bytes("title_en,title_fr,title_km\nThe hare,Le lièvre,ទន្សាយ\n,Le riz,\n".encode())
    assert [entry.title for entry in entries] == ["ទន្សាយ", "Le riz"]


def test_english_columns_between_tabs(read_bytes) -> None:
    (entry,), _ = read_bytes(ENGLISH.encode())
    assert entry.authors == ("Sok", "Keo")
    assert entry.copies == (CopyEntry("7", CopyKind.REFERENCE),)


def test_columns_may_be_given(read_bytes) -> None:
    (entry,), _ = read_bytes(b"nom,quoi\nAtlas,x1\n", columns={"title": "nom", "barcode": "quoi"})
    assert (entry.title, entry.copies) == ("Atlas", (CopyEntry("x1"),))


def test_a_given_column_that_is_not_there_refuses_the_table(read_bytes) -> None:
    with pytest.raises(Refusal) as refused:
        read_bytes(b"title\nAtlas\n", columns={"title": "nom"})
    assert refused.value.problem.cause is Cause.NO_TITLE_COLUMN


def test_a_heading_may_stand_below_a_name_and_a_date(read_bytes) -> None:
    (entry,), _ = read_bytes(b"Library of Kandal,,\n2024,,\nNo,Title,Copies\n1,Atlas,3\n")
    assert (entry.title, len(entry.copies)) == ("Atlas", 3)


def test_a_table_without_titles_is_refused(read_bytes) -> None:
    with pytest.raises(Refusal) as refused:
        read_bytes(b"foo,bar\n1,2\n")
    assert refused.value.problem.cause is Cause.NO_TITLE_COLUMN


def test_an_unclosed_quote_costs_only_its_row(read_bytes) -> None:
    rows = [f"t{number},a" for number in range(400)]
    rows[7] = '"t7,a'
    entries, problems = read_bytes(("title,author\n" + "\n".join(rows)).encode())
    assert len(entries) == 400
    assert Cause.BAD_FRAMING in {problem.cause for problem in problems}


def test_a_ragged_row_is_kept_by_position(read_bytes) -> None:
    entries, problems = read_bytes(b"title,author,barcode\nAtlas\nMap,Sok,7,what\n")
    assert [(entry.title, entry.copies) for entry in entries] == [
        ("Atlas", (CopyEntry(""),)),
        ("Map", (CopyEntry("7"),)),
    ]
    assert [(problem.cause, problem.record) for problem in problems] == [
        (Cause.RAGGED_ROW, 2),
        (Cause.RAGGED_ROW, 3),
    ]


def test_formulas_in_csv_are_nothing_but_a_text_written_as_one_is_its_text(read_bytes) -> None:
    content = b'title,author,barcode\nAtlas,"=HYPERLINK(""http://x"")","=""0101"""\n'
    (entry,), (problem,) = read_bytes(content)
    assert (entry.authors, entry.copies) == ((), (CopyEntry("0101"),))
    assert (problem.cause, problem.record) == (Cause.FORMULA, 2)


def test_a_huge_cell_is_cut_and_the_next_row_read(read_bytes) -> None:
    content = b"title,author\n" + b"A" * 3_000_000 + b",x\nAtlas,Sok\n"
    entries, problems = read_bytes(content)
    assert [len(entry.title) for entry in entries] == [500, 5]
    assert Cause.TOO_LONG in {problem.cause for problem in problems}


def test_bad_bytes_in_utf8_are_told_and_the_row_kept(read_bytes) -> None:
    (entry,), (problem,) = read_bytes("title\nរឿង!\n".encode().replace(b"!", b"\xff"))
    assert (entry.title, problem.cause) == ("រឿង\ufffd", Cause.BAD_BYTES)


def test_the_whole_row_is_kept(read_bytes) -> None:
    (entry,), _ = read_bytes("title,my own column\nAtlas,ធ្នើ 3\n".encode())
    assert json.loads(entry.record) == {"title": "Atlas", "my own column": "ធ្នើ 3"}


def test_progress_ends_at_the_whole(tmp_path: Path, read_bytes) -> None:
    seen: list[tuple[int, int]] = []
    content = ("title\n" + "Atlas\n" * 5000).encode()
    read_bytes(content, on_progress=lambda done, whole: seen.append((done, whole)))
    assert len(seen) > 5
    assert seen[-1] == (len(content), len(content))
    assert seen == sorted(seen)


def test_rows_are_what_the_csv_collection_expects(shared: Path) -> None:
    folder = shared / "hostile/csv-test-data"
    compared = 0
    for wanted in sorted((folder / "json").glob("*.json")):
        rows = [row.cells for row in csv_rows(folder / "csv" / f"{wanted.stem}.csv")]
        if wanted.stem.startswith("header-"):
            expected = [list(row.values()) for row in json.loads(wanted.read_text("utf-8"))]
            assert (wanted.stem, rows[1:]) == (wanted.stem, expected)
        else:
            assert (wanted.stem, rows) == (wanted.stem, json.loads(wanted.read_text("utf-8")))
        compared += 1
    assert compared == 18
