"""The screen looks at its input seldom while nothing happens, and at once when something does."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from appliance.model import Devices, ScannerState
from tests.screens.kiosk_driver import KioskDriver
from ui.nudges import Nudges
from ui.samples.statuses import SCENES

BUSY = 30
HEARD_S = 10.0


class Surroundings:
    """What the rate asks before it rests."""

    def __init__(self) -> None:
        self.all_is_heard, self.is_touched = True, False


@pytest.fixture
def around() -> Surroundings:
    return Surroundings()


@pytest.fixture
def rate(driver: KioskDriver, around: Surroundings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    from kivy.clock import Clock

    from ui.frame_rate import FrameRate

    shown = FrameRate(driver.window, BUSY, lambda: around.all_is_heard, lambda: around.is_touched)
    shown.begin()
    shown._busy_at_s = Clock.get_time()
    yield shown
    shown.end()
    # As the driver has it: tests do not wait for frames.
    Clock._max_fps = 0


def _look(rate: Any, after_s: float = 60.0) -> bool:
    """The rate looks whether it may rest, that long after the last event; whether it does."""
    from kivy.clock import Clock

    from ui.frame_rate import QUIET_FPS

    rate._busy_at_s = Clock.get_time() - after_s
    rate._rest_if_quiet()
    return Clock._max_fps == QUIET_FPS


def test_the_screen_rests_when_nothing_happened_for_a_second(rate: Any) -> None:
    assert not _look(rate, after_s=0.5)
    assert _look(rate, after_s=1.5)


def test_the_screen_does_not_rest_under_a_finger(rate: Any, around: Surroundings) -> None:
    around.is_touched = True
    assert not _look(rate)


def test_the_screen_does_not_rest_while_a_touch_would_not_be_heard(rate: Any, around: Surroundings) -> None:
    around.all_is_heard = False
    assert not _look(rate)


def test_a_nudge_ends_the_rest(rate: Any, driver: KioskDriver) -> None:
    from kivy.clock import Clock

    assert _look(rate)
    rate.nudge()
    driver.frames()
    assert Clock._max_fps == BUSY


def test_a_touch_ends_the_rest(rate: Any, driver: KioskDriver) -> None:
    from kivy.clock import Clock

    driver.show(SCENES["home"])
    assert _look(rate)
    driver.window.dispatch("on_motion", "begin", _Anything())
    assert Clock._max_fps == BUSY


def test_a_status_ends_the_rest_and_is_drawn_in_the_next_frame(rate: Any, driver: KioskDriver) -> None:
    from kivy.clock import Clock

    driver.show(SCENES["home"])
    driver.frames(3)
    assert _look(rate)
    Clock._max_fps = 0
    driver.show(SCENES["home"], devices=Devices(scanner=ScannerState.LOST))
    driver.frames()
    assert Clock._max_fps == BUSY


def test_what_arrives_at_an_input_device_is_heard_and_left_for_who_reads_it(tmp_path: Path) -> None:
    device = tmp_path / "event0"
    os.mkfifo(device)
    heard = Event()
    nudges = Nudges(heard.set, tmp_path)
    assert nudges.hear_all()
    with device.open("wb") as finger:
        for _ in range(2):
            finger.write(b"touch")
            finger.flush()
            assert heard.wait(HEARD_S)
            heard.clear()


def test_a_device_plugged_in_later_is_heard_too(tmp_path: Path) -> None:
    heard = Event()
    nudges = Nudges(heard.set, tmp_path)
    assert nudges.hear_all()
    os.mkfifo(tmp_path / "event7")
    assert nudges.hear_all()
    with (tmp_path / "event7").open("wb") as finger:
        finger.write(b"touch")
        finger.flush()
        assert heard.wait(HEARD_S)


def test_who_may_not_hear_a_device_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "event0").write_bytes(b"")  # epoll refuses a plain file, as the kernel refuses who may not
    assert not Nudges(lambda: None, tmp_path).hear_all()


class _Anything:
    """A touch of which nobody asks anything."""

    uid = 1
    is_touch = False
    grab_list: tuple[object, ...] = ()
    profile: tuple[str, ...] = ()
    time_start = 0.0
    type_id = "none"

    def __getattr__(self, name: str) -> Any:
        return lambda *_: None
