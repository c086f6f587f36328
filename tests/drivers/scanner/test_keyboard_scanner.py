"""A scanner that types, on an event device that umockdev makes: found, grabbed, read."""

from __future__ import annotations

import errno
import os
import runpy
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from appliance.messages import Scanned, ScannerLost, ScanProblem, ScanRefused
from appliance.model.health import Reach
from drivers.scanner import keyboard_line
from drivers.scanner.device import Gone
from drivers.scanner.keyboard_line import KeyboardLine
from drivers.scanner.plugged import Candidate, Kind
from tests.drivers.scanner.keystrokes import KeyEvent, press, strokes

HOUSE = Path(__file__).resolve().parents[3]
EVIOCGRAB = "40044590"
"""_IOW('E', 0x90, int) of linux/input.h."""
DEVICE = """P: /devices/usb1/1-1
E: SUBSYSTEM=usb
E: DEVTYPE=usb_device
A: idVendor=0c2e
A: idProduct=0b61

P: /devices/usb1/1-1/input/input5
E: SUBSYSTEM=input
A: name=Barcode Scanner
A: capabilities/key=1000302000007 ff9f207ac14057ff febeffdfffefffff fffffffffffffffe

P: /devices/usb1/1-1/input/input5/event5
N: input/event5
E: DEVNAME=/dev/input/event5
E: MAJOR=13
E: MINOR=69
E: SUBSYSTEM=input
A: dev=13:69

P: /devices/usb1/1-1/input/input6
E: SUBSYSTEM=input
A: name=Barcode Scanner System Control
A: capabilities/key=0

P: /devices/usb1/1-1/input/input6/event6
N: input/event6
E: DEVNAME=/dev/input/event6
E: MAJOR=13
E: MINOR=70
E: SUBSYSTEM=input
A: dev=13:70

P: /devices/usb1/1-2
E: SUBSYSTEM=usb
E: DEVTYPE=usb_device
A: idVendor=046d
A: idProduct=c31c

P: /devices/usb1/1-2/input/input7
E: SUBSYSTEM=input
A: name=Keyboard
A: capabilities/key=fffffffffffffffe

P: /devices/usb1/1-2/input/input7/event7
N: input/event7
E: DEVNAME=/dev/input/event7
E: MAJOR=13
E: MINOR=71
E: SUBSYSTEM=input
A: dev=13:71

P: /devices/usb1/1-3
E: SUBSYSTEM=usb
E: DEVTYPE=usb_device
A: idVendor=05e0
A: idProduct=1701
A: product=Symbol Scanner

P: /devices/usb1/1-3/tty/ttyACM0
N: ttyACM0
E: DEVNAME=/dev/ttyACM0
E: SUBSYSTEM=tty

"""

BOTH_NODES = 2

pytestmark = pytest.mark.skipif(shutil.which("umockdev-run") is None, reason="umockdev is not installed")


def ioctls(node: str) -> str:
    """What the kernel answers for a keyboard 0c2e:0b61, as umockdev-record writes it."""
    keys = bytearray(96)
    for code in (*range(1, 84), 96, 97, 100):
        keys[code // 8] |= 1 << (code % 8)
    names = (("NAME", b"Barcode Scanner"), ("PHYS", b"usb-1"), ("UNIQ", b""))
    return "\n".join(
        (
            f"@DEV {node}",
            "EVIOCGVERSION 0 01000100",
            f"EVIOCGID 0 {struct.pack('HHHH', 3, 0x0C2E, 0x0B61, 0x110).hex().upper()}",
            *(f"EVIOCG{name} 256 {text.ljust(256, bytes(1)).hex().upper()}" for name, text in names),
            "EVIOCGBIT(0,4) 4 03000000",
            f"EVIOCGBIT(1,96) 96 {keys.hex().upper()}",
            "EVIOCGEFFECTS 0 00000000",
            "",
        )
    )


def recorded(events: list[KeyEvent]) -> str:
    """As evemu-record writes it: type, code, value in hexadecimal, a report after each key."""
    lines = []
    for number, (code, value) in enumerate(events):
        at = f"{number * 0.001:.6f}"
        lines += [f"E: {at} 0001 {code:04x} {value:04d}", f"E: {at} 0000 0000 0000"]
    return "\n".join((*lines, ""))


Listen = Callable[..., tuple[list[str], str]]


@pytest.fixture
def listen(tmp_path: Path) -> Listen:
    """Plays events on the device, and gives what the driver posted and what umockdev saw of it."""

    def play(events: list[KeyEvent], named: str = "0c2e:0b61", messages: int = 1) -> tuple[list[str], str]:
        for name, text in (("device", DEVICE), ("events", recorded(events))):
            (tmp_path / name).write_text(text)
        command = ["umockdev-run", "-d", str(tmp_path / "device")]
        for number in (5, 6):
            node = f"/dev/input/event{number}"
            (tmp_path / f"ioctls{number}").write_text(ioctls(node))
            command += ["-i", f"{node}={tmp_path / f'ioctls{number}'}"]
        command += ["-e", f"/dev/input/event5={tmp_path / 'events'}", "--", sys.executable]
        command += ["-m", "tests.drivers.scanner.keyboard_probe", named, str(messages)]
        run = subprocess.run(
            command,
            cwd=HOUSE,
            env={**os.environ, "PYTHONPATH": str(HOUSE), "UMOCKDEV_DEBUG": "all"},
            capture_output=True,
            text=True,
            check=True,
        )
        return run.stdout.splitlines(), run.stderr

    return play


@pytest.mark.parametrize("named", ["0c2e:0b61", "/dev/input/event5"])
def test_a_typing_scanner_is_found_grabbed_and_read(listen: Listen, named: str) -> None:
    said, seen = listen(strokes("]C0B1\r"), named)
    assert said == [str(Scanned("]C0B1"))]
    assert seen.count(f"request {EVIOCGRAB}: emulated, result 0") == BOTH_NODES


def test_what_it_types_beside_letters_is_refused(listen: Listen) -> None:
    events = press("LEFTCTRL", "LEFTALT", "DELETE") + strokes("\rB1\r")
    assert listen(events, messages=2)[0] == [str(ScanRefused(ScanProblem.NOT_TEXT)), str(Scanned("B1"))]


def test_a_keyboard_that_is_not_ours_is_left_alone(listen: Listen) -> None:
    said, seen = listen(strokes("B1\r"), "0c2e:ffff")
    assert said == [str(ScannerLost())]
    assert EVIOCGRAB not in seen


class Held:
    """An event device that another program has grabbed."""

    class info:
        vendor, product = 0x0C2E, 0x0B61

    closed = False

    def grab(self) -> None:
        raise OSError(errno.EBUSY, "Device or resource busy")

    def close(self) -> None:
        Held.closed = True


def test_a_scanner_that_cannot_be_grabbed_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyboard_line, "_evdev", lambda: DeskContext)
    monkeypatch.setattr(keyboard_line, "nodes_of", lambda _: ["/dev/input/event5"])
    with pytest.raises(Gone) as gone:
        KeyboardLine("0c2e:0b61")
    assert gone.value.reach is Reach.HELD
    assert Held.closed


class DeskContext:
    """The evdev library of a machine on which every device is taken."""

    @staticmethod
    def InputDevice(_path: str) -> Any:
        return Held()


def test_a_unit_without_the_library_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "evdev", None)
    without = runpy.run_path(str(keyboard_line.__file__))
    with pytest.raises(Gone) as gone:
        without["KeyboardLine"]("/dev/input/event5")
    assert gone.value.reach is Reach.NO_SUPPORT


def test_a_scanner_of_which_one_node_is_forbidden_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    class Guarded:
        @staticmethod
        def InputDevice(_path: str) -> Any:
            raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(keyboard_line, "_evdev", lambda: Guarded)
    monkeypatch.setattr(keyboard_line, "nodes_of", lambda _: ["/dev/input/event5"])
    with pytest.raises(Gone) as gone:
        KeyboardLine("0c2e:0b61")
    assert gone.value.reach is Reach.NOT_ALLOWED


def test_what_may_be_a_scanner_is_listed_without_opening_it(tmp_path: Path) -> None:
    (tmp_path / "device").write_text(DEVICE)
    told = "from drivers.scanner.plugged import candidates\nfor one in candidates(): print(one)"
    run = subprocess.run(
        ["umockdev-run", "-d", str(tmp_path / "device"), "--", sys.executable, "-c", told],
        cwd=HOUSE,
        env={**os.environ, "PYTHONPATH": str(HOUSE)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.splitlines() == [
        str(Candidate(Kind.KEYBOARD, "/dev/input/event5", "Barcode Scanner", "0c2e:0b61")),
        str(Candidate(Kind.KEYBOARD, "/dev/input/event7", "Keyboard", "046d:c31c")),
        str(Candidate(Kind.SERIAL, "/dev/ttyACM0", "Symbol Scanner", "05e0:1701")),
    ]
