"""PINs: argon2id as RFC 9106 recommends, and a lock that doubles."""

from __future__ import annotations

from itertools import pairwise

import pytest

from appliance.model import StaffId
from appliance.people.pins import HASHER, Locks, hash_pin, is_revoked, lock_s, pin_is_right

RITH = StaffId(1)


def test_a_pin_opens_only_its_own_badge() -> None:
    kept = hash_pin(7, "482913")
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert pin_is_right(kept, 7, "482913")
    assert not pin_is_right(kept, 7, "482914")
    assert not pin_is_right(kept, 8, "482913")


def test_equal_pins_do_not_look_equal() -> None:
    assert hash_pin(7, "482913") != hash_pin(7, "482913")
    assert not HASHER.check_needs_rehash(hash_pin(7, "482913"))


def test_four_tries_are_free_then_each_doubles_the_wait() -> None:
    assert [lock_s(failures) for failures in range(9)] == [0, 0, 0, 0, 0, 15, 30, 60, 120]
    assert [is_revoked(failures) for failures in (14, 15, 16)] == [False, True, True]


def test_a_thief_of_a_badge_has_fifteen_tries_however_long_they_wait() -> None:
    """They try whenever they may, for a year; only a try that is made counts."""
    locks, failures, uptime_s, tried_at_s = Locks(), 0, 0.0, []
    while uptime_s < 365 * 24 * 3600 and not is_revoked(failures):
        if locks.wait_s(RITH, failures, uptime_s) == 0:
            failures += 1
            locks.close(RITH, failures, uptime_s)
            tried_at_s.append(uptime_s)
        uptime_s += 5
    assert len(tried_at_s) == 15
    # Four for nothing (5 seconds each for the digits), then 15 seconds, 30, 60 … before each of the others.
    waits_s = [later - earlier for earlier, later in pairwise(tried_at_s)]
    assert waits_s == [5, 5, 5, 5, *(15 * 2**place for place in range(10))]


def test_a_lock_opens_when_its_seconds_have_gone_by_and_not_before() -> None:
    locks = Locks()
    locks.close(RITH, 6, uptime_s=1000.0)
    assert [locks.wait_s(RITH, 6, at_s) for at_s in (1000, 1029, 1030, 9999)] == [30, 1, 0, 0]


def test_the_right_pin_forgets_the_lock_and_only_of_its_own_badge() -> None:
    locks, mony = Locks(), StaffId(2)
    locks.close(RITH, 6, uptime_s=0.0)
    locks.close(mony, 6, uptime_s=0.0)
    locks.forget(RITH)
    locks.forget(RITH)
    assert locks.wait_s(RITH, 0, uptime_s=1.0) == 0
    assert locks.wait_s(RITH, 5, uptime_s=20.0) == 15
    assert locks.wait_s(mony, 6, uptime_s=1.0) == 29


@pytest.mark.parametrize("failures", [5, 9])
def test_a_lock_unknown_to_this_start_begins_in_full(failures: int) -> None:
    locks = Locks()
    assert locks.wait_s(RITH, failures, uptime_s=100.0) == lock_s(failures)
    assert locks.wait_s(RITH, failures, uptime_s=110.0) == lock_s(failures) - 10
