"""Records are cut out of damaged files, and one bad record never costs another."""

from __future__ import annotations

import io
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pymarc import Field, Indicators, Leader, Record, Subfield

from appliance.catalogue.entry import Cause, Entry
from appliance.catalogue.reading import read
from appliance.catalogue.reading.iso2709 import frames


def _record(number: int) -> bytes:
    made = Record(leader=Leader("00000cam a2200000 a 4500"))
    made.add_field(Field("001", data=f"n{number:04}"))
    made.add_field(Field("008", data="860417s1999    cb a   j      000 1 khm d"))
    for tag, parts in (
        ("020", [("a", "9780306406157")]),
        ("100", [("a", "ស៊ុន, សុខា,"), ("d", "1970-")]),
        ("245", [("a", f"រឿងទី {number} :"), ("b", "22450 និទាន"), ("c", "Süß Élan")]),
        ("852", [("p", f"0{number}"), ("p", "x" * (number % 7))]),
    ):
        made.add_field(Field(tag, Indicators("1", "0"), [Subfield(*part) for part in parts]))
    written: bytes = made.as_marc()
    return written


RECORDS = [_record(number) for number in range(6)]

Damage = tuple[str, int, bytes]
"""What is done (put over, put in, cut out), from which byte of the record on, with what."""

some_bytes = st.one_of(
    st.binary(min_size=1, max_size=8),
    st.lists(
        st.sampled_from([b"\x1d", b"\x1e", b"\x1f", b"00200", b"22", b"\xff", b"\n"]), min_size=1, max_size=4
    ).map(b"".join),
)
damages = st.tuples(st.sampled_from(["over", "in", "out"]), st.integers(0, 399), some_bytes)


def _damaged(record: bytes, damage: Damage) -> bytes:
    what, place, content = damage
    at = place % len(record)
    if what == "in":
        return record[:at] + content + record[at:]
    end = min(at + len(content), len(record))
    return record[:at] + (content[: end - at] if what == "over" else b"") + record[end:]


@settings(max_examples=400, deadline=None)
@given(
    st.dictionaries(st.integers(0, len(RECORDS) - 1), st.lists(damages, min_size=1, max_size=4), max_size=5)
)
def test_random_damage_never_costs_a_whole_record(by_record: dict[int, list[Damage]]) -> None:
    pieces = list(RECORDS)
    for number, blows in by_record.items():
        for blow in blows:
            pieces[number] = _damaged(pieces[number], blow)
    whole = {RECORDS[number] for number in range(len(RECORDS)) if pieces[number] == RECORDS[number]}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "damaged.mrc"
        path.write_bytes(b"".join(pieces))
        told = list(read(path))
    assert whole <= {one.record for one in told if isinstance(one, Entry)}


@pytest.mark.parametrize(
    "magic", [b"PK\x03\x04", b"PK\x05\x06", b"<", b"<\0", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf"]
)
def test_a_first_record_that_begins_like_another_format_costs_only_itself(read_bytes, magic: bytes) -> None:
    damaged = magic + RECORDS[0][len(magic) :]
    entries, _ = read_bytes(damaged + b"".join(RECORDS[1:]))
    assert [entry.record for entry in entries][-len(RECORDS) + 1 :] == list(RECORDS[1:])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2000), some_bytes), max_size=12), st.integers(0, 300))
def test_bytes_thrown_over_the_whole_file_never_raise(blows: list[tuple[int, bytes]], cut: int) -> None:
    content = bytearray(b"".join(RECORDS))
    for at, thrown in blows:
        content[at : at + len(thrown)] = thrown
    for frame in frames(io.BytesIO(bytes(content[: len(content) - cut]))):
        assert content[frame.offset : frame.offset + len(frame.record)] == frame.record


def test_line_breaks_between_records_are_no_problem(read_bytes) -> None:
    entries, problems = read_bytes(b"\r\n".join(RECORDS) + b"\n\x1a")
    assert [entry.record for entry in entries] == RECORDS
    assert problems == []


def test_text_before_the_first_record_is_told_and_passed_over(read_bytes) -> None:
    entries, problems = read_bytes(b"Exported by hand, 245 records:\n\n" + b"".join(RECORDS))
    assert len(entries) == len(RECORDS)
    assert [(problem.cause, problem.offset) for problem in problems] == [(Cause.BAD_FRAMING, 0)]


def test_a_wrong_length_is_told_with_its_place_and_the_record_kept(read_bytes) -> None:
    lying = b"00999" + RECORDS[1][5:]
    entries, problems = read_bytes(RECORDS[0] + lying + RECORDS[2])
    assert [entry.key for entry in entries] == [":n0000", ":n0001", ":n0002"]
    assert [(problem.cause, problem.record, problem.offset) for problem in problems] == [
        (Cause.BAD_FRAMING, 2, len(RECORDS[0]))
    ]


def test_a_lost_record_terminator_keeps_both_neighbours(read_bytes) -> None:
    entries, problems = read_bytes(RECORDS[0][:-1] + RECORDS[1] + RECORDS[2])
    assert [entry.key for entry in entries] == [":n0000", ":n0001", ":n0002"]
    assert problems[0].cause is Cause.BAD_FRAMING


def test_two_damaged_neighbours_that_ran_together_are_both_kept(read_bytes) -> None:
    entries, problems = read_bytes(RECORDS[0][:-1] + b"00999" + RECORDS[1][5:] + RECORDS[2])
    assert [entry.key for entry in entries] == [":n0000", ":n0001", ":n0002"]
    assert [(problem.record, problem.offset) for problem in problems] == [(1, 0), (2, len(RECORDS[0]) - 1)]


def test_a_file_cut_short_keeps_what_the_last_record_still_says(read_bytes) -> None:
    entries, problems = read_bytes(RECORDS[0] + RECORDS[1][:-3])
    assert [entry.title for entry in entries] == ["រឿងទី 0 : 22450 និទាន", "រឿងទី 1 : 22450 និទាន"]
    assert entries[1].copies[0].barcode == ""
    assert Cause.BAD_FRAMING in {problem.cause for problem in problems}


def test_a_length_that_takes_in_the_next_record_does_not_swallow_it(read_bytes) -> None:
    greedy = b"%05d" % (len(RECORDS[0]) - 1 + len(RECORDS[1])) + RECORDS[0][5:-1]
    entries, problems = read_bytes(greedy + RECORDS[1])
    assert [entry.key for entry in entries] == [":n0000", ":n0001"]
    assert entries[1].record == RECORDS[1]
    assert [problem.cause for problem in problems] == [Cause.BAD_FRAMING]


def test_most_leaders_may_be_damaged_and_the_format_is_still_known(read_bytes) -> None:
    entries, _ = read_bytes(b"".join(b"\x00" + record[1:] for record in RECORDS[:4]) + b"".join(RECORDS[4:]))
    assert [entry.record for entry in entries] == RECORDS[4:]


def test_megabytes_without_an_end_of_record_cost_neither_neighbour(read_bytes) -> None:
    entries, problems = read_bytes(RECORDS[0][:-1] + b"\x01" * 3_000_000 + RECORDS[1])
    assert [entry.key for entry in entries] == [":n0000", ":n0001"]
    assert {problem.cause for problem in problems} == {Cause.BAD_FRAMING}


def test_records_come_back_byte_for_byte(read_bytes) -> None:
    entries, _ = read_bytes(b"".join(RECORDS))
    assert b"".join(entry.record for entry in entries) == b"".join(RECORDS)
