"""Scanners: the last byte of a scan to the posted message, beside a bare read; and a million broken scans."""

from __future__ import annotations

import os
import random
import tempfile
import time
import tty
from pathlib import Path
from queue import SimpleQueue
from statistics import median
from threading import Thread

from appliance.messages import Message, Scanned, ScannerFound
from appliance.model import Side
from appliance.people.cards import CardKind, card_code
from appliance.scanning.grammar import read_scan
from drivers.scanner.device import Scanner
from drivers.scanner.dialects import open_serial
from drivers.scanner.framing import Framer
from drivers.scanner.intake import Intake
from tests.bench.row import Row

SCANS = 100
BROKEN = 1_000_000
LIMIT_MS = 2.0
_CODE = card_code(bytes(32), CardKind.READER, 123, 1).encode()
_APART_S = 0.25
"""Slower than the five a second that are let through."""


def rows(scans: int = SCANS, broken: int = BROKEN) -> list[Row]:
    """The median of both ways, their ratio, and how many of the broken scans were not answered by a value."""
    ours, bare = median(_through_the_driver_ms(scans)), median(_by_a_bare_read_ms(scans))
    began_s = time.perf_counter()
    uncaught = _uncaught(broken)
    took_s = time.perf_counter() - began_s
    return [
        Row("scanner: last byte to message, median", ours, "ms", LIMIT_MS, ours <= LIMIT_MS),
        Row("scanner: bare read of the line, median", bare, "ms", None, True),
        Row("scanner: message ÷ bare read", ours / bare, "×", None, True),
        Row(f"scanner: {broken:,} broken scans, uncaught", uncaught, "", 0, uncaught == 0),
        Row("scanner: a broken scan takes", took_s / broken * 1e6, "µs", None, True),
    ]


def _line() -> tuple[int, int]:
    far, near = os.openpty()
    tty.setraw(near)
    return far, near


def _through_the_driver_ms(scans: int) -> list[float]:
    far, near = _line()
    heard: SimpleQueue[tuple[float, Message]] = SimpleQueue()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ttyACM0"
        scanner = Scanner(Side.READER, lambda: open_serial(str(path), 9600), look_every_s=0.01)
        scanner.start(lambda message: heard.put((time.perf_counter(), message)))
        heard.get()
        path.symlink_to(os.ttyname(near))
        assert heard.get()[1] == ScannerFound()
        took = [_scan_ms(far, heard) for _ in range(scans)]
        scanner.stop()
    os.close(far)
    os.close(near)
    return took


def _scan_ms(far: int, heard: SimpleQueue[tuple[float, Message]]) -> float:
    time.sleep(_APART_S)
    os.write(far, _CODE)
    time.sleep(0.005)  # all but the end is read by now, as when a scanner sends
    sent_s = time.perf_counter()
    os.write(far, b"\r")
    came_s, message = heard.get()
    assert isinstance(message, Scanned)
    return (came_s - sent_s) * 1000


def _by_a_bare_read_ms(scans: int) -> list[float]:
    far, near = _line()
    came: SimpleQueue[float] = SimpleQueue()

    def read() -> None:
        while b"\r" not in os.read(near, 1):
            pass
        came.put(time.perf_counter())

    took = []
    for _ in range(scans):
        reader = Thread(target=read)
        reader.start()
        time.sleep(0.02)
        sent_s = time.perf_counter()
        os.write(far, b"\r")
        took.append((came.get() - sent_s) * 1000)
        reader.join()
    os.close(far)
    os.close(near)
    return took


def _uncaught(broken: int) -> int:
    """From bytes through framing and intake to what the grammar makes of them."""
    chance = random.Random(7)
    framer, intake = Framer(), Intake(Side.READER)
    good = [
        _CODE + b"\r",
        b"\x02B00001\x03",
        b"]E3978999630176651999\r\n",
        b"]A1P-000123O\t",
        b"]F0A40156B\r",
    ]
    posted: list[Message] = []
    uncaught = 0
    for number in range(broken):
        try:
            for frame in framer.feed(_broken(chance, good), number * 0.3):
                intake.take(frame, number * 0.3, posted.append)
            for message in posted:
                if isinstance(message, Scanned):
                    read_scan(message.code)
        except Exception:  # noqa: BLE001 - what this lane counts
            uncaught += 1
        posted.clear()
    return uncaught


def _broken(chance: random.Random, good: list[bytes]) -> bytes:
    sent = bytearray(chance.choice(good))
    for _ in range(chance.randrange(4)):
        at = chance.randrange(len(sent) + 1)
        with_it = chance.choice((b"", chance.randbytes(1), chance.randbytes(3), b"]C0", bytes(sent)))
        sent[at : at + chance.randrange(3)] = with_it
    return bytes(sent)
