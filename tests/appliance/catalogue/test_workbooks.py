"""Workbooks: numbers as people see them, no formula worked out, no bomb unpacked."""

from __future__ import annotations

import io
import zipfile

import pytest
from openpyxl import Workbook

from appliance.catalogue.entry import Cause, CopyEntry, Refusal


def _workbook(*rows: list[object]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_workbook_is_read_with_numbers_as_people_see_them(read_bytes) -> None:
    content = _workbook(["ចំណងជើង", "លេខកូដ", "ឆ្នាំ"], ["រឿងទន្សាយ", 101.0, 2015], [], ["Two", "0102", None])
    entries, problems = read_bytes(content)
    assert problems == []
    assert [(entry.title, entry.year, entry.copies[0].barcode) for entry in entries] == [
        ("រឿងទន្សាយ", 2015, "101"),
        ("Two", None, "0102"),
    ]


def test_a_workbook_number_keeps_the_zeros_of_its_format(read_bytes) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["title", "barcode"])
    sheet.append(["Atlas", 101])
    sheet["B2"].number_format = "0000"
    stream = io.BytesIO()
    book.save(stream)
    (entry,), _ = read_bytes(stream.getvalue())
    assert entry.copies == (CopyEntry("0101"),)


def test_formulas_in_a_workbook_are_never_worked_out(read_bytes) -> None:
    (entry,), (problem,) = read_bytes(_workbook(["title", "author"], ["Atlas", '=WEBSERVICE("http://x")']))
    assert entry.authors == ()
    assert (problem.cause, problem.record) == (Cause.FORMULA, 2)


def _zip(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


CONTENT_TYPES = {"[Content_Types].xml": b"<Types/>"}


@pytest.mark.parametrize(
    "parts",
    [
        {"xl/worksheets/sheet1.xml": bytes(40_000_000)},
        {"../../etc/cron.d/x": b"x"},
        {"/etc/passwd": b"x"},
        {"xl\\..\\..\\x": b"x"},
        {"xl/workbook.xml": b"<!DOCTYPE x [<!ENTITY a 'b'>]><workbook/>"},
        {f"xl/{number}.xml": b"" for number in range(3000)},
    ],
)
def test_dangerous_zips_are_refused(read_bytes, parts: dict[str, bytes]) -> None:
    with pytest.raises(Refusal) as refused:
        read_bytes(_zip(CONTENT_TYPES | parts), name="books.xlsx")
    assert refused.value.problem.cause is Cause.DANGEROUS_FILE


def test_a_bomb_is_refused_by_what_it_declares_before_anything_is_unpacked(
    read_bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unpack(*_: object) -> None:
        pytest.fail("unpacked")

    bomb = _zip_of_zeros()
    monkeypatch.setattr(zipfile.ZipFile, "open", unpack)
    with pytest.raises(Refusal) as refused:
        read_bytes(bomb, name="books.xlsx")
    assert refused.value.problem.cause is Cause.DANGEROUS_FILE


def test_a_bomb_that_declares_less_than_it_holds_is_refused_with_no_more_unpacked(
    read_bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[int] = []
    reading = zipfile.ZipExtFile.read

    def read_and_count(part: zipfile.ZipExtFile, size: int = -1) -> bytes:
        content = reading(part, size)
        given.append(len(content))
        return content

    monkeypatch.setattr(zipfile.ZipExtFile, "read", read_and_count)
    lying = _zip_of_zeros().replace((40_000_000).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    with pytest.raises(Refusal) as refused:
        read_bytes(lying, name="books.xlsx")
    assert refused.value.problem.cause is Cause.NOT_A_CATALOGUE
    assert sum(given) < 2000


def _zip_of_zeros() -> bytes:
    return _zip(CONTENT_TYPES | {"xl/worksheets/sheet1.xml": bytes(40_000_000)})


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04 not really",
        b"SQLite format 3\x00" + bytes(100),
        b"%PDF-1.4\x00\x01",
        _zip({"mimetype": b"application/epub+zip"}),
        _workbook(["title"], ["Atlas"])[:-300],
    ],
)
def test_what_is_no_catalogue_is_refused(read_bytes, content: bytes) -> None:
    with pytest.raises(Refusal) as refused:
        read_bytes(content)
    assert refused.value.problem.cause is Cause.NOT_A_CATALOGUE
