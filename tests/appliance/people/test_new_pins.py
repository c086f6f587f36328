"""A new PIN is drawn by lot and is never one that people choose or thieves try first."""

from __future__ import annotations

import secrets

import pytest

from appliance.people.pins import PIN_DIGITS, is_weak, new_pin


@pytest.mark.parametrize(
    "pin",
    [
        "000000", "123456", "654321", "012345", "890123", "135791", "864208",  # runs and steps
        "111222", "112233", "121212", "123123", "147147", "100001",  # few digits, repeats
        "123321", "473374",  # mirrors
        "912345", "987612", "501234",  # four neighbours
        "310785", "120394", "850731", "071985", "198507", "200312",  # dates and years
    ],
)  # fmt: skip
def test_a_weak_pin_is_known(pin: str) -> None:
    assert is_weak(pin)


@pytest.mark.parametrize("pin", ["482913", "703958", "936185", "573806"])
def test_an_ordinary_one_is_not_weak(pin: str) -> None:
    assert not is_weak(pin)


def test_most_pins_are_left_so_that_a_thief_gains_little() -> None:
    left = sum(not is_weak(f"{number:06}") for number in range(0, 10**PIN_DIGITS, 97))
    assert left > 0.7 * 10**PIN_DIGITS / 97


def test_a_weak_draw_is_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter([123456, 7, 310785, 482913])
    monkeypatch.setattr(secrets, "randbelow", lambda _most: next(drawn))
    assert new_pin() == "482913"


def test_new_pins_differ() -> None:
    assert len({new_pin() for _ in range(200)}) > 190
