"""A scanner on a serial line, on a real pseudo-terminal: read, pulled out, put back, given its settings."""

from __future__ import annotations

import os
import tty
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread

import pytest

from appliance.messages import Message, Scanned, ScannerFound, ScannerLost, ScanProblem, ScanRefused
from appliance.model import Side
from appliance.model.health import Reach
from drivers.scanner.device import Gone, Scanner
from drivers.scanner.dialects import open_serial
from drivers.scanner.honeywell import WANTED
from drivers.scanner.serial_line import SerialLine

PATIENCE_S = 20.0
"""Only a test that fails waits that long."""


class Cable:
    """A serial line whose far end is ours; `path` is a link that comes and goes with the plug."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "ttyACM0"
        self.master = -1

    def plug(self) -> None:
        # The near end stays open too: while nobody has it open, reading at the far end is an error.
        self.master, self._slave = os.openpty()
        tty.setraw(self._slave)
        self.path.symlink_to(os.ttyname(self._slave))

    def unplug(self) -> None:
        self.path.unlink()
        os.close(self.master)
        os.close(self._slave)
        self.master = -1

    def sends(self, sent: bytes) -> None:
        os.write(self.master, sent)


class Heard:
    def __init__(self) -> None:
        self.messages: SimpleQueue[Message] = SimpleQueue()

    def next(self) -> Message:
        return self.messages.get(timeout=PATIENCE_S)

    def nothing_more(self) -> bool:
        try:
            self.messages.get_nowait()
        except Empty:
            return True
        return False


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[Cable]:
    cable = Cable(tmp_path)
    yield cable
    if cable.master >= 0:
        cable.unplug()


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def scanner(cable: Cable, heard: Heard) -> Iterator[Scanner]:
    """Started while its cable is out."""
    scanner = Scanner(Side.GUARD, lambda: open_serial(str(cable.path), 9600), look_every_s=0.01)
    scanner.start(heard.messages.put)
    assert heard.next() == ScannerLost(Side.GUARD)
    yield scanner
    scanner.stop()


def plug(cable: Cable, heard: Heard) -> None:
    cable.plug()
    assert heard.next() == ScannerFound(Side.GUARD)


@pytest.mark.usefixtures("scanner")
def test_a_scanner_is_found_when_it_is_plugged_in_and_read(cable: Cable, heard: Heard) -> None:
    plug(cable, heard)
    cable.sends(b"]C0B1\r\n")
    assert heard.next() == Scanned("]C0B1", Side.GUARD)
    cable.sends(b"\x02B2\x03")
    assert heard.next() == Scanned("B2", Side.GUARD)
    assert heard.nothing_more()


def test_a_scan_cut_by_the_cable_is_not_completed_by_the_next(
    cable: Cable, heard: Heard, scanner: Scanner
) -> None:
    plug(cable, heard)
    cable.sends(b"R000123")
    cable.unplug()
    said = heard.next()
    if said == ScanRefused(
        ScanProblem.BROKEN_OFF, Side.GUARD
    ):  # the half of it had come before the cable went
        said = heard.next()
    assert said == ScannerLost(Side.GUARD)
    assert scanner.health().reach is Reach.MISSING
    plug(cable, heard)
    cable.sends(b"B1\r")
    assert heard.next() == Scanned("B1", Side.GUARD)
    assert scanner.health().reach is Reach.OPEN
    assert scanner.health().read == 1


@pytest.mark.usefixtures("scanner")
def test_a_cable_pulled_twenty_times_is_found_twenty_times(cable: Cable, heard: Heard) -> None:
    for _ in range(20):
        plug(cable, heard)
        cable.unplug()
        assert heard.next() == ScannerLost(Side.GUARD)


@pytest.mark.usefixtures("scanner")
def test_an_end_that_never_comes_is_told(cable: Cable, heard: Heard) -> None:
    plug(cable, heard)
    cable.sends(b"R000123")
    assert heard.next() == ScanRefused(ScanProblem.BROKEN_OFF, Side.GUARD)
    cable.sends(b"B1\r")
    assert heard.next() == Scanned("B1", Side.GUARD)


def test_a_line_that_another_program_holds_is_not_shared(cable: Cable) -> None:
    cable.plug()
    first = SerialLine(str(cable.path), 9600)
    with pytest.raises(Gone) as gone:
        SerialLine(str(cable.path), 9600)
    assert gone.value.reach is Reach.HELD
    first.close()


class HoneywellScanner:
    """A scanner of that make at the far end of the cable; `forgets` keeps the factory's value."""

    def __init__(self, cable: Cable, forgets: tuple[str, ...] = (), refuses: tuple[str, ...] = ()) -> None:
        self.cable, self.forgets, self.refuses = cable, forgets, refuses
        self.settings: dict[bytes, bytes] = {}
        self.thread = Thread(target=self._answer, daemon=True)
        self.thread.start()

    def _answer(self) -> None:
        received = b""
        for _ in range(2 * len(WANTED)):
            while not received.endswith(b"!"):
                received += os.read(self.cable.master, 1)
            prefix, command = received[:3], received[3:-1]
            assert prefix == b"\x16M\r"
            os.write(self.cable.master, self._reply(command[:6], command[6:]))
            received = b""

    def _reply(self, name: bytes, value: bytes) -> bytes:
        if name.decode() in self.refuses:
            return name + value + b"\x05!"
        if value == b"?":
            value = self.settings.get(name, b"0")
        elif name.decode() not in self.forgets:
            self.settings[name] = value
        return name + value + b"\x06!"


def test_a_scanner_that_keeps_its_settings_has_none_that_differ(cable: Cable) -> None:
    cable.plug()
    scanner = HoneywellScanner(cable)
    line = open_serial(str(cable.path), 9600, "honeywell")
    assert line.differing == ()
    assert scanner.settings[b"SUFBK2"] == b"990D"
    line.close()


def test_a_scanner_that_forgets_a_setting_is_found_out(cable: Cable, heard: Heard) -> None:
    cable.plug()
    HoneywellScanner(cable, forgets=("PREBK2",), refuses=("QRCENA",))
    scanner = Scanner(Side.READER, lambda: open_serial(str(cable.path), 9600, "honeywell"))
    scanner.start(heard.messages.put)
    while not scanner.health().differing:
        Event().wait(0.01)
    scanner.stop()
    assert scanner.health().reach is Reach.OPEN
    assert scanner.health().differing == ("PREBK2", "QRCENA")


def test_a_scanner_that_does_not_answer_keeps_none_of_its_settings(cable: Cable) -> None:
    cable.plug()
    line = open_serial(str(cable.path), 9600, "honeywell")
    assert line.differing == tuple(setting.name for setting in WANTED)
    line.close()


def test_a_scanner_that_sends_no_end_is_read_by_its_pauses(cable: Cable, heard: Heard) -> None:
    def open_line() -> SerialLine:
        return open_serial(str(cable.path), 9600)

    scanner = Scanner(Side.GUARD, open_line, pause_ends=True, look_every_s=0.01)
    scanner.start(heard.messages.put)
    assert heard.next() == ScannerLost(Side.GUARD)
    plug(cable, heard)
    cable.sends(b"]C0B1")
    assert heard.next() == Scanned("]C0B1", Side.GUARD)
    scanner.stop()
