"""Slips of before an update, and a count of forged codes that nobody loses."""

from __future__ import annotations

from pathlib import Path

import pytest

from appliance.model import RequestId, StaffId
from appliance.store.sqlite_store import open_store
from tests.flows.storyboard import Storyboard, borrows


def as_before_the_update(story: Storyboard) -> None:
    """The file as a program without keyed codes left it."""
    story.store.connection.execute("DROP TABLE forged_codes_told")
    story.store.connection.execute("DROP TABLE forged_codes")
    story.store.connection.execute("DELETE FROM site WHERE name = 'last_slip_without_key'")
    story.store.connection.execute("DELETE FROM migration WHERE name LIKE '%keyed_codes%'")


def test_an_update_notes_the_last_slip_that_was_printed_without_a_key(story: Storyboard) -> None:
    before = borrows(story, "Chanthy", "B1").request_id
    as_before_the_update(story)
    story.power_is_cut()
    after = borrows(story, "Chanthy", "B2").request_id
    story.power_is_cut()
    lacks = story.store.slips.may_lack_key
    assert (lacks(before), lacks(after), lacks(RequestId(after + 1))) == (True, False, False)


def test_in_a_new_library_every_slip_has_a_key(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    assert not store.slips.may_lack_key(RequestId(1))
    store.close()


@pytest.mark.parametrize("change", ["DELETE FROM site", "UPDATE site SET value = 'many'"])
def test_a_library_whose_note_is_lost_or_spoilt_takes_no_slip_without_a_key(
    story: Storyboard, change: str
) -> None:
    number = borrows(story, "Chanthy", "B1").request_id
    story.store.connection.execute(f"{change} WHERE name = 'last_slip_without_key'")
    assert not story.store.slips.may_lack_key(number)


def test_each_of_staff_is_told_of_what_came_since_they_were_told(story: Storyboard) -> None:
    codes, first, second = story.store.forged_codes, StaffId(1), StaffId(2)
    assert [codes.count_one() for _ in range(3)] == [1, 2, 3]
    codes.tell(first)
    assert (codes.not_told(first), codes.not_told(second)) == (0, 3)
    codes.count_one()
    assert (codes.not_told(first), codes.not_told(second)) == (1, 4)
    codes.tell(first)
    codes.tell(second)
    assert (codes.not_told(first), codes.not_told(second)) == (0, 0)


def test_the_count_begins_anew_where_it_was_lost(story: Storyboard) -> None:
    codes = story.store.forged_codes
    codes.count_one()
    codes.tell(StaffId(1))
    story.store.connection.execute("DELETE FROM forged_codes")
    assert codes.not_told(StaffId(1)) == 0
    codes.tell(StaffId(1))
    assert codes.count_one() == 1
