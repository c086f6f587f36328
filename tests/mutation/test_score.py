"""The score of the mutants: how it is counted, how sure it is, and what is excused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.bench import mutants_rows
from tests.mutation.equivalent import LISTED, Change, why_equivalent
from tests.mutation.score import REPORT, RoomScore, of_all, read, write

ROOT = Path(__file__).parents[2]
LENDING = RoomScore("lending", mutants=400, tried=100, equivalent=10, killed=81)
STORE = RoomScore("store", mutants=1200, tried=100, equivalent=0, killed=50)


def test_what_no_test_can_tell_counts_neither_as_killed_nor_as_tried() -> None:
    assert LENDING.percent == pytest.approx(90)


def test_all_rooms_count_by_how_many_mutants_they_have() -> None:
    assert of_all([LENDING, STORE]) == pytest.approx((90 * 400 + 50 * 1200) / 1600)


def test_a_sample_is_unsure_the_more_so_the_smaller_it_is_and_the_whole_is_sure() -> None:
    low, high = STORE.between
    # Wilson's interval for 50 of 100 is 40.4 to 59.6; a twelfth of the room is known, so a little less.
    assert 40.4 < low < 41.5
    assert 58.5 < high < 59.6
    whole = RoomScore("store", mutants=100, tried=100, equivalent=0, killed=50)
    assert whole.between == (50, 50)


def test_the_report_is_read_as_it_was_written(tmp_path: Path) -> None:
    report = tmp_path / "score.json"
    write([LENDING, STORE], date(2026, 11, 25), report)
    assert read(report) == (date(2026, 11, 25), [LENDING, STORE])


def test_the_table_of_figures_has_a_row_for_each_room_and_one_for_all() -> None:
    measured_on, scores = read(REPORT)
    rows = mutants_rows.rows()
    assert [one.room for one in scores] == ["lending", "kiosk", "store"]
    assert len(rows) == 4
    assert measured_on.isoformat() in rows[-1].name
    assert rows[-1].value == pytest.approx(100 - of_all(scores))
    assert all(row.ok == (row.value <= 15) for row in rows)


def test_sql_in_other_letters_is_the_same_unless_it_quotes_a_value() -> None:
    where = "appliance.store.people.x_reader"
    assert why_equivalent(Change(where, '"SELECT id FROM loan"', '"select id from loan"'))
    assert why_equivalent(Change(where, '"SELECT id FROM loan"', '"XXSELECT id FROM loanXX"')) is None
    quoted = "\"SELECT id FROM loan WHERE state = 'waiting'\""
    assert why_equivalent(Change(where, quoted, quoted.lower()))
    assert why_equivalent(Change(where, quoted, quoted.upper())) is None
    assert why_equivalent(Change(where, '"lent"', '"LENT"')) is None
    assert why_equivalent(Change(where, 'connection.pragma("page_size")', 'connection.pragma("PAGE_SIZE")'))


def test_the_sentence_of_an_assert_may_change_but_not_what_it_asserts() -> None:
    was = 'assert answer.due_on is not None, "no objection means a rule"'
    assert why_equivalent(Change("appliance.kiosk", was, was.replace('"no', '"XXno')))
    assert why_equivalent(Change("appliance.kiosk", was, was.replace("is not None", "is None"))) is None
    assert why_equivalent(Change("appliance.kiosk", was, 'assert answer.due_on is not None, ""'))


def test_each_listed_equivalent_is_still_in_the_program() -> None:
    for change in LISTED:
        module = change.where.rpartition(".")[0].replace(".", "/")
        source = (ROOT / f"{module}.py").read_text(encoding="utf-8")
        assert all(line in source for line in change.was.splitlines()), change
