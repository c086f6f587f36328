"""The guard's PIN: argon2id, and a lock that grows with wrong tries and survives a restart.

Wrong tries are counted, durably, before the PIN is looked at, so that pulling the plug gains nothing. The
lock counts powered seconds and starts anew in full after a restart: turning the clock does not help either.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from appliance.model import StaffId

PIN_DIGITS = 6
_FREE_TRIES = 4
_LAST_TRY = 15
_FIRST_LOCK_S = 15
_DIFFERENT_DIGITS = 4
_RUNS = frozenset("".join(str(digit % 10) for digit in range(at, at + 4)) for at in range(10))
_RUNS |= frozenset(run[::-1] for run in _RUNS)

# RFC 9106, second recommended option: 64 MiB, 3 passes, 4 lanes.
HASHER = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=4)


def lock_s(failures: int) -> int:
    """Seconds a badge is locked after so many wrong PINs in a row: none for four, then 15, 30, 60 …"""
    return 0 if failures <= _FREE_TRIES else _FIRST_LOCK_S * 2 ** (failures - _FREE_TRIES - 1)


def is_revoked(failures: int) -> bool:
    """After fifteen wrong PINs the badge opens nothing any more and must be issued anew."""
    return failures >= _LAST_TRY


@dataclass(slots=True)
class Locks:
    """When each badge may try again, in uptime seconds; only in memory, by design (see above)."""

    _opens_at_s: dict[StaffId, float] = field(default_factory=dict)

    def wait_s(self, staff_id: StaffId, failures: int, uptime_s: float) -> float:
        """Seconds still to wait; 0 when a PIN may be tried."""
        if lock_s(failures) == 0:
            return 0.0
        opens_at_s = self._opens_at_s.setdefault(staff_id, uptime_s + lock_s(failures))
        return max(0.0, opens_at_s - uptime_s)

    def opens_at_s(self, staff_id: StaffId) -> float:
        """When a badge that was found locked may try again; the beginning for any other."""
        return self._opens_at_s.get(staff_id, 0.0)

    def close(self, staff_id: StaffId, failures: int, uptime_s: float) -> None:
        """A try was counted: start the lock of so many failures, until the PIN proves to be right."""
        self._opens_at_s[staff_id] = uptime_s + lock_s(failures)

    def forget(self, staff_id: StaffId) -> None:
        self._opens_at_s.pop(staff_id, None)


def new_pin() -> str:
    """Six digits drawn by lot, never a weak one."""
    while True:
        pin = f"{secrets.randbelow(10**PIN_DIGITS):0{PIN_DIGITS}}"
        if not is_weak(pin):
            return pin


def is_weak(pin: str) -> bool:
    """What people choose and thieves try first: few digits, runs, repeats, mirrors, dates of birth."""
    steps = {(int(later) - int(digit)) % 10 for digit, later in pairwise(pin)}
    half = len(pin) // 2
    return (
        len(set(pin)) < _DIFFERENT_DIGITS
        or len(steps) == 1  # 123456, 864208
        or _has_run(pin)
        or pin[:half] == pin[half:]
        or pin == pin[::-1]
        or any(_is_date(pin, form) for form in ("%d%m%y", "%m%d%y", "%y%m%d"))
        or pin[:2] in ("19", "20")
        or pin[2:4] in ("19", "20")  # a year that is written out
    )


def _has_run(pin: str) -> bool:
    """Four neighbours on the keys: 1234, 9876."""
    return any(pin[at : at + 4] in _RUNS for at in range(len(pin) - 3))


def _is_date(pin: str, form: str) -> bool:
    try:
        datetime.strptime(pin, form)
    except ValueError:
        return False
    return True


def hash_pin(badge_number: int, pin: str, hasher: PasswordHasher = HASHER) -> str:
    """The PHC string to keep. The badge number goes in, so that equal PINs do not look equal."""
    return hasher.hash(_secret(badge_number, pin))


def pin_is_right(pin_hash: str, badge_number: int, pin: str, hasher: PasswordHasher = HASHER) -> bool:
    """Whether the PIN is the one hashed. Takes the same time either way (about 0.2 s).

    Raises:
        argon2.exceptions.InvalidHashError: what is stored is no PHC string (the file was tampered with).
    """
    try:
        return hasher.verify(pin_hash, _secret(badge_number, pin))
    except VerifyMismatchError:
        return False


PinCheck = Callable[[str, int, str], bool]
"""`pin_is_right`, or what stands in for it."""


@dataclass(frozen=True, slots=True)
class PinTry:
    """A PIN that is being looked at: who typed it, in which session, at which uptime."""

    number: int
    session: int
    staff_id: StaffId
    failures: int
    """As counted before the PIN is looked at."""
    asked_at_s: float


def _secret(badge_number: int, pin: str) -> str:
    return f"bce/pin/v1/{badge_number}/{pin}"
