"""Noise at the plug, bytes that were lost, a cable pulled at a bad moment: none of it becomes a scan."""

from __future__ import annotations

from queue import SimpleQueue

import pytest
from serial import SerialException

from appliance.messages import Message, Scanned, ScanProblem, ScanRefused
from appliance.model import Side
from appliance.model.health import Reach
from drivers.scanner import serial_line
from drivers.scanner.device import Gone, Scanner
from drivers.scanner.dialects import open_serial

PATIENCE_S = 20.0
"""Only a test that fails waits that long."""


class Noisy:
    """A line that brings pieces of what was sent before anybody listened, then what is sent now."""

    def __init__(self, *_place: object, **_settings: object) -> None:
        self.pieces = [b"0123\r", b"\xff", b"", b"B1\r"]
        self.timeout = 0.0
        self.closed = False

    @property
    def in_waiting(self) -> int:
        return 0

    def reset_input_buffer(self) -> None: ...

    def read(self, _most: int) -> bytes:
        return b"" if _most == 0 else self.pieces.pop(0)

    def close(self) -> None:
        self.closed = True


def test_a_burst_after_the_line_was_opened_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serial_line, "Serial", Noisy)
    line = open_serial("/dev/ttyACM0", 9600)
    assert line.read(1.0) == b"B1\r"


def test_a_cable_pulled_while_settings_are_given_leaves_the_line_free(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Pulled(Noisy):
        def write(self, _sent: bytes) -> None:
            raise SerialException("write failed")

    noisy = Pulled()
    monkeypatch.setattr(serial_line, "Serial", lambda *_place, **_settings: noisy)
    with pytest.raises(Gone):
        open_serial("/dev/ttyACM0", 9600, "honeywell")
    assert noisy.closed


class Losing:
    """A line that brings what is given to it, None for what was lost, and then is gone."""

    differing: tuple[str, ...] = ()

    def __init__(self, *received: bytes | None) -> None:
        self.received = list(received)

    def read(self, _timeout_s: float) -> bytes | None:
        if not self.received:
            raise Gone(Reach.MISSING)
        return self.received.pop(0)

    def close(self) -> None: ...


def test_the_tail_of_a_scan_whose_middle_was_lost_is_refused() -> None:
    heard: SimpleQueue[Message] = SimpleQueue()
    line = Losing(b"R000", None, b"123\r", b"B1\r")
    scanner = Scanner(Side.GUARD, lambda: line)
    scanner.start(heard.put)
    assert heard.get(timeout=PATIENCE_S) == ScanRefused(ScanProblem.BROKEN_OFF, Side.GUARD)
    assert heard.get(timeout=PATIENCE_S) == Scanned("B1", Side.GUARD)
    scanner.stop()
