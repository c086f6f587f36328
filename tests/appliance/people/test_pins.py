"""PINs: argon2id as RFC 9106 recommends, and a lock that doubles."""

from __future__ import annotations

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


def test_a_thief_of_a_badge_has_fifteen_tries_however_long_he_waits() -> None:
    tries, failures = 0, 0
    while not is_revoked(failures):
        tries, failures = tries + 1, failures + 1
    assert tries == 15


@pytest.mark.parametrize("failures", [5, 9])
def test_a_lock_unknown_to_this_start_begins_in_full(failures: int) -> None:
    locks = Locks()
    assert locks.wait_s(RITH, failures, uptime_s=100.0) == lock_s(failures)
    assert locks.wait_s(RITH, failures, uptime_s=110.0) == lock_s(failures) - 10
