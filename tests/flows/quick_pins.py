"""PINs whose hashes take no time, and the workers that look at them and at snapshots."""

from __future__ import annotations

from collections.abc import Iterator

from argon2 import PasswordHasher

from appliance.effects import CheckPin, CheckSnapshot, Effect, HashPin
from appliance.messages import PinChecked, PinHashed, SnapshotChecked
from appliance.people.pins import hash_pin, pin_is_right
from appliance.store.soundness import look_through

QUICK_HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def answer_to(asked: CheckPin | HashPin) -> PinChecked | PinHashed:
    """What the worker that looks at PINs would post."""
    if isinstance(asked, HashPin):
        return PinHashed(asked.number, hash_pin(asked.badge_number, asked.pin, QUICK_HASHER))
    right = pin_is_right(asked.pin_hash, asked.badge_number, asked.pin, QUICK_HASHER)
    return PinChecked(asked.number, right)


def answers_to(effect: Effect) -> Iterator[PinChecked | PinHashed | SnapshotChecked]:
    """What workers would post of it, if anything."""
    match effect:
        case CheckPin() | HashPin():
            yield answer_to(effect)
        case CheckSnapshot(copy, number):
            yield SnapshotChecked(number, look_through(copy))
