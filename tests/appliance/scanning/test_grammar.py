"""What a scanned text is."""

from __future__ import annotations

import ast
import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appliance.paper.codes import SlipScan, slip_code
from appliance.people.cards import CardKind, CardScan, card_code
from appliance.scanning.grammar import BookScan, Fault, Scan, Unusable, read_scan

KEY = bytes(range(32))
CARD = card_code(KEY, CardKind.READER, 123, 1)
BADGE = card_code(KEY, CardKind.STAFF, 7, 1)
SLIP, OLD_SLIP = slip_code(KEY, 42), "L00000426"
ISBN, ISBN_10 = "9789996301766", "9996301761"
SHARED = Path(__file__).resolve().parents[3] / "../shared/data"


def foreign(*barcodes: str, isbn: str | None = None) -> BookScan:
    return BookScan(barcodes, isbn)


def glued(text: str) -> BookScan:
    return BookScan((text,), None, Fault.GLUED)


REAL = {
    "30001000012345": foreign("30001000012345"),
    "]C030001000012345": foreign("30001000012345"),
    "]C1010950110153000310ABC12317270415": Unusable(Fault.TRADE),
    "]E09789996301766": foreign(ISBN, isbn=ISBN),
    "]E3978999630176651999": foreign(ISBN, isbn=ISBN),
    "]E3977123456700312": foreign("9771234567003"),
    "]X09996301761": foreign(ISBN_10, isbn=ISBN),
    "]A0P-000123": foreign("P-000123"),
    "]A4a+b/c%d$e": foreign("a+b/c%d$e"),
    "+A/K+B/O+C/E+D/D+E": foreign("+A/K+B/O+C/E+D/D+E"),
    "]A1P-000123O": foreign("P-000123"),
    "]F0A40156B": foreign("40156", "A40156B"),
    "A31117013206375A": foreign("A31117013206375A", "31117013206375"),
}
"""What real scanners send (facts), and what it is."""


@pytest.mark.parametrize(("code", "scan"), REAL.items(), ids=list(REAL))
def test_what_real_scanners_send(code: str, scan: Scan) -> None:
    assert read_scan(code) == scan


@pytest.mark.skipif(not SHARED.exists(), reason="the shared material is not here")
def test_no_row_of_the_shared_table_is_missing_here() -> None:
    rows = csv.DictReader((SHARED / "barcode/scanner_strings.tsv").open(encoding="utf-8"), delimiter="\t")
    sent = {ast.literal_eval(row["bytes_as_python"]).strip(b"\r\n\t\2\3").decode() for row in rows}
    # The separator of the GS1 code is a control character, which no driver lets through.
    assert {text.replace("\x1d", "") for text in sent} <= set(REAL)


@pytest.mark.parametrize("mark", ["", "]C0", "]Q1", "]A0"])
def test_our_own_codes_are_known_by_their_form(mark: str) -> None:
    card, badge = read_scan(mark + CARD), read_scan(mark + BADGE)
    assert isinstance(card, CardScan) and isinstance(badge, CardScan)
    assert (card.kind, card.number, badge.kind, badge.number) == (CardKind.READER, 123, CardKind.STAFF, 7)
    assert read_scan(mark + SLIP) == SlipScan(42, SLIP[-9:])
    assert read_scan(mark + OLD_SLIP) == SlipScan(42, None)


@pytest.mark.parametrize("code", [ISBN, ISBN_10, f"]C0{ISBN}"])
def test_an_isbn_of_either_length_is_thirteen_digits(code: str) -> None:
    scan = read_scan(code)
    assert isinstance(scan, BookScan)
    assert scan.isbn == ISBN


@pytest.mark.parametrize(
    "text",
    [
        CARD + CARD, CARD + BADGE, CARD + SLIP, SLIP + CARD, CARD + "30001000012345", "30001000012345" + CARD,
        SLIP + "B1", "B1" + SLIP, OLD_SLIP + "B1", "B1" + OLD_SLIP,
        OLD_SLIP + SLIP, SLIP + SLIP, ISBN + ISBN, ISBN + CARD, ISBN + "51999", ISBN + "12", "B1]C0B2",
    ],
)  # fmt: skip
def test_two_codes_that_came_as_one_are_not_split(text: str) -> None:
    assert read_scan(text) == glued(text)
    marked = read_scan("]C0" + text)
    assert marked == glued(text)


@pytest.mark.parametrize(
    "text", [ISBN + "12345x", ISBN + "123", ISBN[:-1] + "012", "B1", "9789996301766" + "x" * 5]
)
def test_an_add_on_of_another_form_is_not_cut_off(text: str) -> None:
    scan = read_scan("]E3" + text)
    assert isinstance(scan, BookScan)
    assert (scan.barcodes, scan.isbn) == ((text,), None)
    assert scan.fault is (Fault.GLUED if text.startswith(ISBN) else Fault.MISREAD)


def test_two_isbns_are_two_whatever_the_scanner_says() -> None:
    assert read_scan("]E3" + ISBN + ISBN) == read_scan("]E0" + ISBN + ISBN) == glued(ISBN + ISBN)


@pytest.mark.parametrize("code", ["]C0", "", "x" * 65, "]A1P-000123X", "]A1P", "]A1a1"])
def test_what_is_empty_too_long_or_fails_its_check_was_misread(code: str) -> None:
    assert read_scan(code) == Unusable(Fault.MISREAD)


@pytest.mark.parametrize("code", ["]z9B1", "]L0B1", "]C9B1"])
def test_a_symbology_that_no_library_prints_is_foreign(code: str) -> None:
    assert read_scan(code) == Unusable(Fault.FOREIGN)


@given(st.text(max_size=70))
def test_every_text_has_an_answer(code: str) -> None:
    assert isinstance(read_scan(code), CardScan | SlipScan | BookScan | Unusable)


@given(at=st.integers(0, 12), letter=st.sampled_from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
def test_a_card_with_one_letter_changed_is_never_genuine(at: int, letter: str) -> None:
    changed = CARD[:at] + letter + CARD[at + 1 :]
    scan = read_scan(changed)
    assert changed == CARD or not (isinstance(scan, CardScan) and scan.is_genuine(KEY, 1))


@pytest.mark.skipif(not SHARED.exists(), reason="the shared material is not here")
def test_naughty_strings_are_read() -> None:
    for line in (SHARED / "hostile/blns.txt").read_text(encoding="utf-8").splitlines():
        assert isinstance(read_scan(line), CardScan | SlipScan | BookScan | Unusable)
