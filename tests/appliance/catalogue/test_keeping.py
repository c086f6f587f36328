"""What an import leaves in the library."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import apsw
import pytest

from appliance.catalogue.entry import Cause, CopyEntry, Entry, Problem, RecordFormat
from appliance.catalogue.reading import read
from appliance.model import CopyKind
from appliance.paper.codes import slip_code
from appliance.store import journal
from appliance.store.catalogue.importing import ImportReport, import_entries
from appliance.store.database import open_library

AT = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[apsw.Connection]:
    connection = open_library(tmp_path / "library")
    yield connection
    connection.close()


def _entry(key: str, title: str, *barcodes: str, kind: CopyKind = CopyKind.BOOK) -> Entry:
    copies = tuple(CopyEntry(barcode, kind) for barcode in barcodes)
    return Entry(key, title, f"{key} {title}".encode(), RecordFormat.MARC21, copies=copies)


def _rows(library: apsw.Connection, sql: str) -> list[tuple[apsw.SQLiteValue, ...]]:
    return list(library.execute(sql))


def _counts(report: ImportReport) -> tuple[int, int, int, int, int]:
    return report.read, report.added, report.changed, report.unchanged, report.copies_added


def _copies(library: apsw.Connection) -> list[tuple[apsw.SQLiteValue, ...]]:
    return _rows(library, "SELECT barcode, title_id FROM copy ORDER BY id")


def test_an_import_keeps_titles_records_copies_and_a_journal_row(library: apsw.Connection) -> None:
    report = import_entries(
        library, [_entry("a", "One", "0101"), _entry("b", "Two", "")], at=AT, source="books.mrc"
    )
    assert _counts(report) == (2, 2, 0, 0, 2)
    assert _rows(library, "SELECT title, source_key FROM title") == [("One", "a"), ("Two", "b")]
    assert _rows(library, "SELECT body FROM record") == [(b"a One",), (b"b Two",)]
    assert _copies(library) == [("0101", 1), ("B0000002", 2)]
    assert _rows(library, "SELECT kind, body FROM journal") == [
        ("catalogue_kept", '{"added":2,"changed":0,"copies_added":2,"source":"books.mrc"}')
    ]
    assert journal.verify(library).seq == 1


def test_khmer_titles_are_kept_with_their_words_marked_and_are_found(library: apsw.Connection) -> None:
    import_entries(library, [_entry("a", "រឿងទន្សាយនិងអណ្តើក", "1")], at=AT)
    ((title,),) = _rows(library, "SELECT title FROM title")
    assert isinstance(title, str)
    assert "\u200b" in title and title.replace("\u200b", "") == "រឿងទន្សាយនិងអណ្តើក"
    assert _rows(library, "SELECT count(*) FROM title_words") == [(1,)]


def test_the_same_file_twice_changes_nothing(library: apsw.Connection) -> None:
    entries = [_entry(f"k{number}", f"Title {number}", "", f"c{number}") for number in range(1200)]
    assert _counts(import_entries(library, entries, at=AT)) == (1200, 1200, 0, 0, 2400)
    before = (
        _rows(library, "SELECT * FROM title") + _copies(library) + _rows(library, "SELECT * FROM journal")
    )
    assert _counts(import_entries(library, entries, at=AT)) == (1200, 0, 0, 1200, 0)
    after = _rows(library, "SELECT * FROM title") + _copies(library) + _rows(library, "SELECT * FROM journal")
    assert after == before


def test_a_changed_record_keeps_its_title_and_the_copies_it_names_no_longer(library: apsw.Connection) -> None:
    import_entries(library, [_entry("a", "Old", "1", "2"), _entry("b", "Other", "3")], at=AT)
    report = import_entries(library, [_entry("a", "New", "2", "4")], at=AT)
    assert _counts(report) == (1, 0, 1, 0, 1)
    assert _rows(library, "SELECT id, title FROM title") == [(1, "New"), (2, "Other")]
    assert _copies(library) == [("1", 1), ("2", 1), ("3", 2), ("4", 1)]
    assert _rows(library, "SELECT rowid FROM title_words WHERE title_words MATCH 'new'") == [(1,)]
    assert _rows(library, "SELECT rowid FROM title_words WHERE title_words MATCH 'old'") == []


def test_a_title_that_changes_back_is_changed_back(library: apsw.Connection) -> None:
    for title in ("Old", "New", "Old"):
        report = import_entries(library, [_entry("a", title, "1")], at=AT)
        assert report.unchanged == 0
    assert _rows(library, "SELECT title FROM title") == [("Old",)]


def test_a_row_for_each_copy_makes_one_title_and_stays_unchanged(
    library: apsw.Connection, tmp_path: Path
) -> None:
    table = tmp_path / "books.csv"
    rows = [f"Atlas,Sok,{code}" for code in ("01", "02")] + ["Map,Keo,03", "Atlas,Sok,04"]
    table.write_text("title,author,barcode\n" + "\n".join(rows), "utf-8")
    assert import_entries(library, read(table), at=AT).copies_added == 4
    assert _copies(library) == [("01", 1), ("02", 1), ("03", 2), ("04", 1)]
    assert _counts(import_entries(library, read(table), at=AT)) == (4, 0, 0, 4, 0)
    rows[0] = "Atlas,Sok,05"
    table.write_text("title,author,barcode\n" + "\n".join(reversed(rows)), "utf-8")
    assert _counts(import_entries(library, read(table), at=AT)) == (4, 0, 1, 3, 1)
    assert _counts(import_entries(library, read(table), at=AT)) == (4, 0, 0, 4, 0)


def test_two_records_of_one_number_are_a_title_and_its_update(library: apsw.Connection) -> None:
    entries = [_entry("a", "First", "1"), _entry("a", "Second", "1")]
    assert _counts(import_entries(library, entries, at=AT)) == (2, 1, 1, 0, 1)
    assert _rows(library, "SELECT title FROM title") == [("Second",)]
    assert _counts(import_entries(library, entries, at=AT)) == (2, 0, 0, 2, 0)


def test_a_barcode_of_another_title_is_left_out_and_told(library: apsw.Connection) -> None:
    import_entries(library, [_entry("a", "One", "1")], at=AT)
    report = import_entries(library, [Problem(Cause.NO_TITLE, 1), _entry("b", "Two", "1", "2")], at=AT)
    assert _copies(library) == [("1", 1), ("2", 2)]
    assert [(one.cause, one.record, one.detail) for one in report.problems] == [
        (Cause.NO_TITLE, 1, ""),
        (Cause.BARCODE_TAKEN, 2, "1"),
    ]
    assert report.read == 2


def test_a_barcode_that_would_scan_as_a_card_or_a_slip_is_left_out(library: apsw.Connection) -> None:
    report = import_entries(
        library, [_entry("a", "One", "R000042ABCDEF", slip_code(bytes(32), 7), "1")], at=AT
    )
    assert _copies(library) == [("1", 1)]
    assert [one.cause for one in report.problems] == [Cause.BARCODE_RESERVED] * 2
    assert (
        import_entries(
            library, [_entry("a", "One", "R000042ABCDEF", slip_code(bytes(32), 7), "1")], at=AT
        ).unchanged
        == 1
    )


def test_a_given_barcode_never_meets_one_that_is_there(library: apsw.Connection) -> None:
    report = import_entries(
        library, [_entry("a", "One", "B0000002", "B0000004"), _entry("b", "Two", "", "")], at=AT
    )
    assert report.copies_added == 4
    assert len({barcode for barcode, _ in _copies(library)}) == 4
    ids = _rows(library, "SELECT id, barcode FROM copy WHERE title_id = 2")
    assert all(barcode == f"B{number:07}" for number, barcode in ids)


def test_a_changed_record_without_barcodes_is_given_none_again(library: apsw.Connection) -> None:
    import_entries(library, [_entry("a", "One", "")], at=AT)
    assert import_entries(library, [_entry("a", "One, again", "")], at=AT).copies_added == 0
    assert import_entries(library, [_entry("a", "One, thrice", "", "", "")], at=AT).copies_added == 2


def test_a_copy_that_becomes_reference_is_changed(library: apsw.Connection) -> None:
    import_entries(library, [_entry("a", "Atlas", "1")], at=AT)
    import_entries(library, [_entry("a", "Atlas", "1", kind=CopyKind.REFERENCE)], at=AT)
    assert _rows(library, "SELECT kind FROM copy") == [("reference",)]


def test_a_dry_run_tells_all_and_leaves_nothing(library: apsw.Connection) -> None:
    entries = [_entry(f"k{number}", f"T {number}", str(number)) for number in range(700)]
    report = import_entries(library, [*entries, _entry("k0", "Changed", "0")], at=AT, dry_run=True)
    assert _counts(report) == (701, 700, 1, 0, 700)
    for table in ("title", "record", "copy", "journal", "title_words"):
        assert _rows(library, f"SELECT count(*) FROM {table}") == [(0,)]
    assert _counts(import_entries(library, entries, at=AT)) == (700, 700, 0, 0, 700)


def test_a_batch_that_fails_leaves_nothing_of_itself(
    library: apsw.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise apsw.FullError("disk full")

    monkeypatch.setattr(journal, "append", refuse)
    with pytest.raises(apsw.FullError):
        import_entries(library, [_entry("a", "One", "1")], at=AT)
    assert _rows(library, "SELECT count(*) FROM title") == [(0,)]


def test_only_the_first_thousand_problems_are_listed_and_all_are_counted(library: apsw.Connection) -> None:
    report = import_entries(library, (Problem(Cause.BAD_RECORD, number) for number in range(1, 1501)), at=AT)
    assert (len(report.problems), report.causes[Cause.BAD_RECORD], report.read) == (1000, 1500, 1500)
