"""Every real and hostile file of the shared material."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from pymarc import MARCReader

from appliance.catalogue.entry import Cause, Entry, Problem, Refusal
from appliance.catalogue.reading import read
from appliance.catalogue.reading.text import clean

WELL_FORMED = {
    "loc_khmer_24.mrc": 24,
    "loc_juvenile_eng_500.mrc": 500,
    "lul_fre_100_marc8.mrc": 100,
    "nepali_dual_script.mrc": 96,
    "periouni_300_unimarc.mrc": 300,
    "pymarc_testunimarc.dat": 1,
    "pymarc_utf8_errors.dat": 1,
    "pymarc_bad_marc8_escape.dat": 1,
}


def _told(path: Path) -> tuple[list[Entry], list[Problem]]:
    told = list(read(path))
    return [one for one in told if isinstance(one, Entry)], [one for one in told if isinstance(one, Problem)]


def _left_out(problems: list[Problem]) -> int:
    return sum(problem.cause in (Cause.NO_TITLE, Cause.BAD_RECORD) for problem in problems)


def _yaz_count(path: Path) -> int:
    if shutil.which("yaz-marcdump") is None:
        pytest.skip("yaz-marcdump is not installed (Debian package yaz)")
    done = subprocess.run(["yaz-marcdump", "-p", path], capture_output=True, check=False)
    return done.stdout.count(b"<!-- Record ")


@pytest.mark.parametrize("name", WELL_FORMED)
def test_as_many_records_as_yaz_marcdump_counts(shared: Path, name: str) -> None:
    entries, problems = _told(shared / "marc" / name)
    assert len(entries) + _left_out(problems) == _yaz_count(shared / "marc" / name) == WELL_FORMED[name]


@pytest.mark.parametrize("name", [name for name in WELL_FORMED if name.endswith(".mrc")])
def test_well_formed_files_come_back_whole_and_byte_for_byte(shared: Path, name: str) -> None:
    path = shared / "marc" / name
    entries, _ = _told(path)
    assert len(entries) == WELL_FORMED[name]
    assert b"".join(entry.record for entry in entries) == path.read_bytes()


@pytest.mark.parametrize("name", ["loc_khmer_24.mrc", "loc_juvenile_eng_500.mrc", "lul_fre_100_marc8.mrc"])
def test_titles_are_made_of_what_pymarc_reads(shared: Path, name: str) -> None:
    path = shared / "marc" / name
    entries, _ = _told(path)
    with path.open("rb") as stream:
        for entry, record in zip(entries, MARCReader(stream), strict=True):
            assert record is not None
            wanted = clean(" ".join(record["245"].get_subfields("a", "b", "n", "p")))
            assert wanted.startswith(entry.title)
            assert len(wanted) - len(entry.title) <= 3


def test_every_record_of_the_broken_file_is_told(shared: Path) -> None:
    path = shared / "marc/pymarc_bad_records.mrc"
    entries, problems = _told(path)
    assert len(entries) + _left_out(problems) == _yaz_count(path) == 9
    causes = Counter(problem.cause for problem in problems)
    assert causes[Cause.BAD_FRAMING] >= 3 and causes[Cause.BAD_RECORD] >= 2
    assert {entry.title for entry in entries} == {"The pragmatic programmer : from journeyman to master"}


def test_a_text_that_only_bears_a_catalogues_name_is_refused(shared: Path) -> None:
    path = shared / "marc/bu_bibs.mrc"
    if not path.exists():
        pytest.skip(f"{path.name} is not among the shared files")
    with pytest.raises(Refusal) as refused:
        _told(path)
    assert refused.value.problem.cause in (Cause.NO_TITLE_COLUMN, Cause.NOT_A_CATALOGUE)


@pytest.mark.parametrize("name", ["flat_1GiB.zip", "zip_slip.zip"])
def test_hostile_zips_posing_as_workbooks_are_refused(shared: Path, tmp_path: Path, name: str) -> None:
    posing = tmp_path / "books.xlsx"
    shutil.copy(shared / "hostile" / name, posing)
    with pytest.raises(Refusal) as refused:
        _told(posing)
    assert refused.value.problem.cause is Cause.DANGEROUS_FILE


def test_naughty_strings_survive_as_titles(shared: Path, tmp_path: Path, record) -> None:
    lines = (shared / "hostile/blns.txt").read_text("utf-8").split("\n")
    strings = [line for line in lines if clean(line) and not line.startswith("#")]
    path = tmp_path / "naughty.mrc"
    path.write_bytes(b"".join(record(("245", [("a", string)])) for string in strings))
    entries, _ = _told(path)
    assert len(entries) == len(strings) > 400
    for string, entry in zip(strings, entries, strict=True):
        assert clean(string).startswith(entry.title)
        assert entry.title.isprintable() or any(letter >= "\u200b" for letter in entry.title)
