"""What the devices file may say of a device: how a kind names its settings, and what settings are made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import GenericAlias
from typing import Annotated, Any, Generic, TypeVar

import msgspec

UsbId = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{4}:[0-9a-f]{4}$")]
DevicePath = Annotated[str, msgspec.Meta(pattern="^/dev/[!-~]+$")]
IdOrPath = Annotated[str, msgspec.Meta(pattern="^([0-9a-f]{4}:[0-9a-f]{4}|/dev/[!-~]+)$")]
Baud = Annotated[int, msgspec.Meta(ge=1200, le=921_600)]
Percent = Annotated[int, msgspec.Meta(ge=0, le=100)]


class DevicesRefused(Exception):
    """The file cannot be used; the text says where and why, in words for a technician."""


class DeviceRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The settings of one device. A misspelt key is an error: what is left out in silence is found by nobody.

    A ValueError of its `__post_init__` is told with the place in the file.
    """


Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Settings(Generic[Row]):
    """How the devices file names one kind of device."""

    form: Any
    """The type that its table is read as; None where the file never names it."""
    rows: Callable[[Any], tuple[Row, ...]]
    """One row for each device, of what was read."""
    unnamed: tuple[Row, ...]
    """The devices there are where the file says nothing of them."""


UNNAMED: Settings[None] = Settings(None, tuple, (None,))
"""There is one, and the file never names it."""


def one_of_them(row: type[Row], *unnamed: Row) -> Settings[Row]:
    """A `[table]`."""
    return Settings(row, lambda named: (named,), unnamed)


def any_number(row: type[Row]) -> Settings[Row]:
    """`[[table]]`s."""
    return Settings(GenericAlias(tuple, (row, ...)), tuple, ())


def just_one(what: str, **ways: str | None) -> None:
    """Raises ValueError where none, or more than one, of the ways to a device is given."""
    if sum(way is not None for way in ways.values()) != 1:
        *others, last = (f"`{name}`" for name in ways)
        raise ValueError(f"{what} has one of {', '.join(others)} and {last}")


def known(what: str, name: str, names: tuple[str, ...]) -> None:
    """Raises ValueError for a make or a profile that is none of ours."""
    if name not in names:
        raise ValueError(f"{what} is one of {', '.join(names)}")
