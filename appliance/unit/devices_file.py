"""`devices.toml`: which scanners, printer and sound this unit has. It lies in the library's folder.

[[scanner]]
side = "reader"              # or "guard"
keyboard = "0c2e:0b61"       # a scanner that types: its USB id, or a path under /dev/input

[[scanner]]
side = "guard"
serial = "/dev/ttyACM0"      # a scanner on a serial line, by its path
baud = 9600
dialect = "honeywell"        # how its own settings are asked and set; leave out when it is another make
ends_by_pause = false        # true for a scanner that cannot be set to end a code by Enter, CR or TAB

[printer]
usb = "04b8:0e15"            # or serial = "/dev/ttyUSB0" with a baud, or file = "/dev/usb/lp0"
profile = "80mm-cutter-status"

[sound]
device = "default"
volume = 80                  # in percent
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated

import msgspec

from appliance.model import Side

NAME = "devices.toml"
_BYTES_MOST = 64 * 1024

_UsbId = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{4}:[0-9a-f]{4}$")]
_DevicePath = Annotated[str, msgspec.Meta(pattern="^/dev/[!-~]+$")]
_IdOrPath = Annotated[str, msgspec.Meta(pattern="^([0-9a-f]{4}:[0-9a-f]{4}|/dev/[!-~]+)$")]
_Baud = Annotated[int, msgspec.Meta(ge=1200, le=921_600)]
_Percent = Annotated[int, msgspec.Meta(ge=0, le=100)]


class _Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A misspelt key is an error: a device left out in silence is found by nobody."""


class ScannerRow(_Row, frozen=True):
    """One scanner: either `keyboard` or `serial` is given."""

    side: Side = Side.READER
    keyboard: _IdOrPath | None = None
    serial: _DevicePath | None = None
    baud: _Baud = 9600
    dialect: str | None = None
    ends_by_pause: bool = False
    """It sends no end after a code; a pause in the middle of one is then taken for it."""

    def __post_init__(self) -> None:
        _one_of("a scanner", keyboard=self.keyboard, serial=self.serial)


class PrinterRow(_Row, frozen=True):
    """The printer: one of `usb`, `serial` and `file` is given; `profile` is a name of `drivers.printer`."""

    profile: str
    usb: _UsbId | None = None
    serial: _DevicePath | None = None
    baud: _Baud = 9600
    file: _DevicePath | None = None

    def __post_init__(self) -> None:
        _one_of("a printer", usb=self.usb, serial=self.serial, file=self.file)


class SoundRow(_Row, frozen=True):
    """Where sounds are played; without a `device`, on the system's default one."""

    device: str | None = None
    volume: _Percent = 80


class UnitDevices(_Row, frozen=True):
    """All devices of this unit. What is left out is not there, but for sound, which has a default."""

    scanner: tuple[ScannerRow, ...] = ()
    printer: PrinterRow | None = None
    sound: SoundRow = SoundRow()


class DevicesRefused(Exception):
    """The file cannot be used; the text says where and why, in words for a technician."""


def read_devices(path: Path) -> UnitDevices:
    """The devices of the file at `path`; none at all where there is no such file. Raises DevicesRefused."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return UnitDevices()
    except OSError as error:
        raise DevicesRefused(f"{path.name} cannot be read: {error.strerror}") from error
    if len(content) > _BYTES_MOST:
        raise DevicesRefused(f"{path.name} is longer than {_BYTES_MOST // 1024} KB")
    try:
        return msgspec.convert(tomllib.loads(content.decode("utf-8")), UnitDevices)
    except UnicodeDecodeError as error:
        raise DevicesRefused(f"{path.name} is not UTF-8 text: byte {error.start + 1}") from error
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DevicesRefused(f"{path.name}: {error}") from error


def _one_of(what: str, **ways: str | None) -> None:
    if sum(way is not None for way in ways.values()) != 1:
        *others, last = (f"`{name}`" for name in ways)
        raise ValueError(f"{what} has one of {', '.join(others)} and {last}")
