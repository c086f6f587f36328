"""A scanner that types is understood whatever layout the machine has."""

from __future__ import annotations

import pytest
from evdev import ecodes

from drivers.scanner import keys
from drivers.scanner.keys import DOWN, NO_LETTER, UP, KeyDecoder
from tests.drivers.scanner.keystrokes import KeyEvent, key, press, strokes


def typed(*events: KeyEvent) -> bytes:
    decoder = KeyDecoder()
    return b"".join(decoder.feed(code, value) for code, value in events)


def test_every_printable_letter_of_a_us_keyboard_is_read() -> None:
    ascii_ = "".join(chr(number) for number in range(0x20, 0x7F))
    assert typed(*strokes(ascii_)) == ascii_.encode()


def test_our_card_is_read_with_its_end() -> None:
    assert typed(*strokes("R000123ABCDEF"), *press("ENTER")) == b"R000123ABCDEF\r"


@pytest.mark.parametrize(("name", "end"), [("ENTER", b"\r"), ("KPENTER", b"\r"), ("TAB", b"\t")])
def test_the_keys_that_end_a_scan(name: str, end: bytes) -> None:
    assert typed(*press(name)) == end


def test_the_keypad_types_digits_and_signs() -> None:
    names = [f"KP{digit}" for digit in range(10)]
    names += ["KPDOT", "KPASTERISK", "KPMINUS", "KPPLUS", "KPSLASH"]
    events = [event for name in names for event in press(name)]
    assert typed(*events) == b"0123456789.*-+/"


def test_both_shifts_work_and_letting_one_go_keeps_the_other() -> None:
    left, right, a = key("LEFTSHIFT"), key("RIGHTSHIFT"), key("A")
    events = [(left, DOWN), (right, DOWN), (left, UP), (a, DOWN), (a, UP), (right, UP), (a, DOWN)]
    assert typed(*events) == b"Aa"


def test_caps_lock_turns_letters_round_and_leaves_digits_alone() -> None:
    assert typed(*press("CAPSLOCK"), *press("A"), *press("LEFTSHIFT", "A"), *press("1")) == b"Aa1"


def test_a_separator_of_gs1_codes_is_typed_with_control() -> None:
    assert typed(*press("LEFTCTRL", "RIGHTBRACE")) == b"\x1d"


@pytest.mark.parametrize(
    "name", ["F1", "ESC", "LEFTALT", "SYSRQ", "LEFTMETA", "DELETE", "POWER", "UP", "102ND"]
)
def test_any_other_key_makes_the_scan_unreadable(name: str) -> None:
    assert typed(*press(name)) == NO_LETTER


def test_ctrl_alt_del_is_nothing_but_unreadable() -> None:
    assert set(typed(*press("LEFTCTRL", "LEFTALT", "DELETE"))) == set(NO_LETTER)


def test_a_key_held_down_is_typed_once() -> None:
    a = key("A")
    assert typed((a, DOWN), (a, 2), (a, 2), (a, UP)) == b"a"


def test_after_events_were_lost_no_shift_is_taken_for_held() -> None:
    decoder = KeyDecoder()
    decoder.feed(key("LEFTSHIFT"), DOWN)
    decoder.forget()
    assert decoder.feed(key("A"), DOWN) == b"a"


def test_our_numbers_are_the_kernels() -> None:
    assert (keys.EV_KEY, keys.EV_SYN, keys.SYN_DROPPED) == (ecodes.EV_KEY, ecodes.EV_SYN, ecodes.SYN_DROPPED)
