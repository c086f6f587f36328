"""Two libraries open in one process: neither knows of the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from appliance.lending.policy import FIRST_MATRIX
from appliance.model import Avatar, Language, Reader, ReaderCategory, ReaderId, Role, Staff, StaffId
from appliance.store.sqlite_store import SqliteStore, open_store
from tests.flows.storyboard import MONDAY, borrows, open_storyboard


@pytest.fixture
def two(tmp_path: Path) -> tuple[SqliteStore, SqliteStore]:
    stores = open_store(tmp_path / "first"), open_store(tmp_path / "second")
    generous = {at: FIRST_MATRIX[at] for at in list(FIRST_MATRIX)[:2]}
    with stores[0].transaction(), stores[1].transaction():
        stores[0].site.begin(MONDAY, zone="Asia/Phnom_Penh")
        stores[1].site.begin(MONDAY, zone="Europe/Paris", matrix=generous)
    return stores


def reader(name: str) -> Reader:
    return Reader(ReaderId(0), 42, name, ReaderCategory.ADULT, Language.KM, Avatar.RABBIT, "A-1")


def test_each_has_its_own_settings_and_policy(two: tuple[SqliteStore, SqliteStore]) -> None:
    first, second = two[0].site.settings(), two[1].site.settings()
    assert (first.zone.key, second.zone.key) == ("Asia/Phnom_Penh", "Europe/Paris")
    assert first.card_key != second.card_key
    every = set(FIRST_MATRIX)
    assert {at for at in every if first.policy.rule(*at)} == every
    assert {at for at in every if second.policy.rule(*at)} == set(list(FIRST_MATRIX)[:2])


def test_each_has_its_own_people_kept_and_listed_in_turn(two: tuple[SqliteStore, SqliteStore]) -> None:
    first, second = two
    with first.transaction(), second.transaction():
        first.people.add_reader(reader("Dara"), MONDAY)
        second.people.add_reader(reader("Sophea"), MONDAY)
        first.people.add_staff(Staff(StaffId(0), 7, "Rith", Role.GUARD, Language.KM), "hash one", MONDAY)
    assert [one.name for one, _ in first.people.all_readers()] == ["Dara"]
    assert [one.name for one, _ in second.people.all_readers()] == ["Sophea"]
    assert first.people.reader(42) != second.people.reader(42)
    assert (first.people.staff(7) is not None, second.people.staff(7)) == (True, None)
    assert second.people.all_staff() == []


def test_wrong_pins_are_counted_where_they_were_tried(two: tuple[SqliteStore, SqliteStore]) -> None:
    for store in two:
        with store.transaction():
            store.people.add_staff(Staff(StaffId(0), 7, "Rith", Role.GUARD, Language.KM), "hash", MONDAY)
    first, second = two[0].people, two[1].people
    assert [first.count_failure(StaffId(1)), second.count_failure(StaffId(1))] == [1, 1]
    assert first.count_failure(StaffId(1)) == 2
    second.forget_failures(StaffId(1))
    assert (first.secret(StaffId(1)).failures, second.secret(StaffId(1)).failures) == (2, 0)


def test_a_book_lent_in_one_is_on_the_shelf_of_the_other(tmp_path: Path) -> None:
    first, second = open_storyboard(tmp_path / "first"), open_storyboard(tmp_path / "second")
    borrows(first, "Chanthy", "B1")
    assert (first.borrower_of("B1"), second.borrower_of("B1")) == ("Chanthy", None)
    borrows(second, "Dara", "B1", "B2")
    assert (first.borrower_of("B1"), second.borrower_of("B1")) == ("Chanthy", "Dara")
    assert (first.borrower_of("B2"), second.borrower_of("B2")) == (None, "Dara")


def test_what_one_takes_back_the_other_keeps(two: tuple[SqliteStore, SqliteStore]) -> None:
    first, second = two
    with second.transaction(), pytest.raises(ZeroDivisionError), first.transaction():
        first.people.add_reader(reader("Dara"), MONDAY)
        second.people.add_reader(reader("Sophea"), MONDAY)
        raise ZeroDivisionError
    assert (first.people.all_readers(), len(second.people.all_readers())) == ([], 1)
