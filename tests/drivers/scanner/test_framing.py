"""Where one scan ends and the next begins, whatever the scanner is set to."""

from __future__ import annotations

import ast
import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appliance.messages import ScanProblem
from drivers.scanner.framing import LONGEST, PAUSE_S, Frame, Framer

STRINGS = Path(__file__).resolve().parents[3] / "../shared/data/barcode/scanner_strings.tsv"


def frames(sent: bytes, framer: Framer | None = None) -> list[Frame]:
    return (framer or Framer()).feed(sent, 0.0)


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b"\t", b"\n\r\n"])
def test_every_end_gives_one_scan(end: bytes) -> None:
    assert frames(b"30001000012345" + end) == [b"30001000012345"]
    assert frames((b"B1" + end) * 3) == [b"B1"] * 3


def test_a_scan_between_stx_and_etx_is_one() -> None:
    assert frames(b"\x0230001000012345\x03") == [b"30001000012345"]
    assert frames(b"\x02a\tb\r\x03") == [b"a\tb\r"]


def test_an_stx_that_comes_too_early_breaks_the_scan_before_it() -> None:
    assert frames(b"\x02B1\x02B2\x03") == [ScanProblem.BROKEN_OFF, b"B2"]
    assert frames(b"B1\x02B2\x03") == [ScanProblem.BROKEN_OFF, b"B2"]


def test_of_a_scan_that_is_too_long_nothing_is_kept() -> None:
    assert frames(b"x" * LONGEST + b"\r") == [b"x" * LONGEST]
    assert frames(b"x" * (LONGEST + 1) + b"\rB1\r") == [ScanProblem.TOO_LONG, b"B1"]
    assert frames(b"x" * 3000 + b"\r\nB1\r") == [ScanProblem.TOO_LONG, b"B1"]


def test_a_scan_whose_end_never_comes_is_broken_off_after_a_pause() -> None:
    framer = Framer()
    assert framer.feed(b"3000100", 1.0) == []
    assert framer.waits_until_s == 1.0 + PAUSE_S
    assert framer.rest(1.0 + PAUSE_S - 0.01) == []
    assert framer.rest(1.0 + PAUSE_S) == [ScanProblem.BROKEN_OFF]
    assert framer.waits_until_s is None
    assert framer.feed(b"B1\r", 2.0) == [b"B1"]


def test_where_no_end_is_sent_a_pause_is_the_end() -> None:
    framer = Framer(pause_ends=True)
    assert framer.feed(b"3000", 1.0) == []
    assert framer.feed(b"100", 1.1) == []
    assert framer.rest(1.1 + PAUSE_S) == [b"3000100"]
    assert framer.feed(b"x" * 100, 2.0) == []
    assert framer.rest(2.0 + PAUSE_S) == [ScanProblem.TOO_LONG]


def test_a_pause_never_ends_what_an_stx_began() -> None:
    framer = Framer(pause_ends=True)
    framer.feed(b"\x02R000", 1.0)
    assert framer.rest(1.0 + PAUSE_S) == [ScanProblem.BROKEN_OFF]


@pytest.mark.parametrize("pause_ends", [False, True])
def test_the_tail_of_a_scan_of_which_bytes_were_lost_is_not_a_scan(pause_ends: bool) -> None:
    framer = Framer(pause_ends)
    framer.feed(b"R000", 1.0)
    framer.lose(1.0)
    assert framer.feed(b"123\rB1\r", 1.01) == [ScanProblem.BROKEN_OFF, b"B1"]
    framer.lose(2.0)
    assert framer.rest(2.0 + PAUSE_S) == [ScanProblem.BROKEN_OFF]
    assert framer.feed(b"B2\r", 3.0) == [b"B2"]


def test_what_comes_after_a_pause_is_another_scan() -> None:
    framer = Framer()
    framer.feed(b"R000", 1.0)
    assert framer.feed(b"B1\r", 1.0 + PAUSE_S) == [ScanProblem.BROKEN_OFF, b"B1"]


def test_a_pulled_cable_breaks_off_what_was_begun_and_nothing_else() -> None:
    framer = Framer()
    assert framer.broken_off() == []
    framer.feed(b"R000", 1.0)
    assert framer.broken_off() == [ScanProblem.BROKEN_OFF]
    assert framer.feed(b"B1\r", 1.0) == [b"B1"]


@given(
    scans=st.lists(
        st.binary(min_size=1, max_size=80).filter(lambda scan: not set(scan) & set(b"\r\n\t\2\3"))
    ),
    cuts=st.lists(st.integers(min_value=0, max_value=400)),
)
def test_how_the_bytes_arrive_makes_no_difference(scans: list[bytes], cuts: list[int]) -> None:
    sent = b"".join(scan + b"\r\n" for scan in scans)
    framer = Framer()
    pieces = [0, *sorted(cut for cut in cuts if cut < len(sent)), len(sent)]
    got = [frame for a, b in pairwise(pieces) for frame in framer.feed(sent[a:b], 0.0)]
    assert got == [scan if len(scan) <= LONGEST else ScanProblem.TOO_LONG for scan in scans]


@pytest.mark.skipif(not STRINGS.exists(), reason="the shared material is not here")
def test_every_stream_that_real_scanners_send_is_one_scan() -> None:
    rows = list(csv.DictReader(STRINGS.open(encoding="utf-8"), delimiter="\t"))
    assert len(rows) > 10
    for row in rows:
        sent = ast.literal_eval(row["bytes_as_python"])
        assert frames(sent if sent[-1:] in b"\r\n\t\3" else sent + b"\r") == [sent.strip(b"\r\n\t\2\3")]
