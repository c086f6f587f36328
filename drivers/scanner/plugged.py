"""What is plugged in that may be a scanner, read from sysfs: anybody may, and no device is opened for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

_INPUT = Path("/sys/class/input")
_TTY = Path("/sys/class/tty")
_PLUGS = ("ttyACM*", "ttyUSB*")
_LETTER_KEYS = ((1 << 13) - 1) << 16
"""Q (16) to Enter (28) of linux/input-event-codes.h: who has them all can type a code and end it."""


class Kind(StrEnum):
    KEYBOARD = "keyboard"
    SERIAL = "serial"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One node that may be a scanner's, as the devices file would name it."""

    kind: Kind
    path: str
    named: str
    """By its maker; empty where it has no name."""
    usb_id: str | None
    """`0c2e:0b61`; None where it hangs on no USB."""


def candidates() -> list[Candidate]:
    """Keyboards and serial plugs, by path. A real keyboard is one of them: the technician knows which."""
    keyboards = [
        Candidate(Kind.KEYBOARD, node, _text(place.parent / "name"), _usb_id(_usb_device(place)))
        for node, place in _events()
        if _types(place.parent)
    ]
    return keyboards + [_plug(path) for pattern in _PLUGS for path in sorted(_TTY.glob(pattern))]


def nodes_of(named: str) -> list[str]:
    """Every event node of the device `named`: a USB id, or the path of one of its nodes.

    A scanner may show itself as several, and each of them can type. Empty if it is not plugged in.
    """
    places = dict(_events())
    if not named.startswith("/"):
        return [node for node, place in places.items() if _usb_id(_usb_device(place)) == named.lower()]
    path = Path(named)
    if not path.exists():
        return []
    node = str(path.resolve())
    device = _usb_device(places[node]) if node in places else None
    siblings = [other for other, place in places.items() if device and _usb_device(place) == device]
    return siblings or [node]


def _events() -> Iterator[tuple[str, Path]]:
    for path in sorted(_INPUT.glob("event*")):
        yield f"/dev/input/{path.name}", path.resolve()


def _plug(path: Path) -> Candidate:
    device = _usb_device(path.resolve())
    named = _text(device / "product") if device else ""
    return Candidate(Kind.SERIAL, f"/dev/{path.name}", named, _usb_id(device))


def _usb_device(place: Path) -> Path | None:
    """The USB device that a node hangs on: the nearest folder above it that has the id of a maker."""
    return next((above for above in place.parents if (above / "idVendor").exists()), None)


def _usb_id(device: Path | None) -> str | None:
    return f"{_text(device / 'idVendor')}:{_text(device / 'idProduct')}" if device else None


def _types(input_device: Path) -> bool:
    """Whether it has the keys of a keyboard; sysfs writes them as words of a long, the highest first."""
    words = _text(input_device / "capabilities" / "key").split()
    return bool(words) and int(words[-1], 16) & _LETTER_KEYS == _LETTER_KEYS


def _text(path: Path) -> str:
    """Empty where it is not, or where the device went while it was looked at."""
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""
