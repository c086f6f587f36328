"""A cable pulled at the worst moment: in the middle of a scan, and while the device is being opened."""

from __future__ import annotations

import errno
import os
import termios
from pathlib import Path
from queue import SimpleQueue
from types import SimpleNamespace

import pytest
from serial import Serial

from appliance.messages import Message, Scanned, ScannerFound, ScannerLost, ScanProblem, ScanRefused
from appliance.model import Side
from appliance.model.health import Reach
from drivers.scanner import keyboard_line
from drivers.scanner.device import Gone, Scanner
from drivers.scanner.keyboard_line import KeyboardLine
from drivers.scanner.keys import DOWN, EV_KEY
from drivers.scanner.serial_line import SerialLine

PATIENCE_S = 20.0
B, ONE, ENTER = 48, 2, 28
CODES_OF_EACH_PLUG = [[B, ONE], [ONE, ENTER]]
"""The first plug goes in the middle of `b1`; the second one types `1` to its end."""


class Vanishing:
    """An event device that types, and is gone (ENODEV) once it was read."""

    def __init__(self, codes: list[int]) -> None:
        self._near, self._far = os.pipe()
        os.write(self._far, b"!")
        self._codes = codes

    def fileno(self) -> int:
        return self._near

    def grab(self) -> None:
        """Nobody else has it."""

    def read(self) -> list[SimpleNamespace]:
        if not self._codes:
            raise OSError(errno.ENODEV, "No such device")
        typed, self._codes = self._codes, []
        return [SimpleNamespace(type=EV_KEY, code=code, value=DOWN) for code in typed]

    def close(self) -> None:
        os.close(self._near)
        os.close(self._far)


def test_a_scan_in_whose_middle_the_device_vanishes_is_refused_and_the_next_is_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plugs = [Vanishing(list(codes)) for codes in CODES_OF_EACH_PLUG]
    library = SimpleNamespace(InputDevice=lambda _path: plugs.pop(0))
    monkeypatch.setattr(keyboard_line, "_evdev", lambda: library)
    monkeypatch.setattr(keyboard_line, "nodes_of", lambda _named: ["/dev/input/event5"] if plugs else [])
    posted: SimpleQueue[Message] = SimpleQueue()
    scanner = Scanner(Side.READER, lambda: KeyboardLine("0c2e:0b61"), look_every_s=0.01)
    scanner.start(posted.put)
    heard = [posted.get(timeout=PATIENCE_S) for _ in range(5)]
    scanner.stop()
    assert heard == [
        ScanRefused(ScanProblem.BROKEN_OFF, Side.READER),
        ScannerLost(Side.READER),
        ScannerFound(Side.READER),
        Scanned("1", Side.READER),
        ScannerLost(Side.READER),
    ]


def test_a_serial_scanner_pulled_while_it_is_opened_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    def pulled(_serial: Serial) -> None:
        raise termios.error(errno.EIO, "Input/output error")

    monkeypatch.setattr(Serial, "reset_input_buffer", pulled)
    far, near = os.openpty()
    open_before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(200):
        with pytest.raises(Gone) as caught:
            SerialLine(os.ttyname(near), 9600)
        assert caught.value.reach is Reach.MISSING
    assert len(list(Path("/proc/self/fd").iterdir())) <= open_before + 1
    os.close(far)
    os.close(near)
