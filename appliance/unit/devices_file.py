"""`devices.toml`: which devices this unit has. It lies in the library's folder.

What may stand there of a kind of device, its own module says (`DeviceKind.settings`), with an example.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import msgspec
from msgspec import UNSET, UnsetType

from appliance.unit.device_kind import DeviceKind, Health, Runs
from appliance.unit.device_settings import DevicesRefused, Row

NAME = "devices.toml"
_BYTES_MOST = 64 * 1024


@dataclass(frozen=True, slots=True)
class UnitDevices:
    """All devices of this unit: the rows of each kind that is named, by the kind's name."""

    named: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)

    def of(self, kind: DeviceKind[Row, Runs, Health]) -> tuple[Row, ...]:
        """One row for each device; what the file leaves out is as the kind has it."""
        return cast("tuple[Row, ...]", self.named.get(kind.name, kind.settings.unnamed))


def read_rows(path: Path, kinds: Sequence[DeviceKind[Any, Any, Any]]) -> UnitDevices:
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
        return _rows(tomllib.loads(content.decode("utf-8")), kinds)
    except UnicodeDecodeError as error:
        raise DevicesRefused(f"{path.name} is not UTF-8 text: byte {error.start + 1}") from error
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DevicesRefused(f"{path.name}: {error}") from error


def _rows(content: Mapping[str, Any], kinds: Sequence[DeviceKind[Any, Any, Any]]) -> UnitDevices:
    """As one type, so that what nobody knows is refused, and an error says where it is."""
    in_file = [kind for kind in kinds if kind.settings.form is not None]
    fields = [(kind.name, kind.settings.form | UnsetType, UNSET) for kind in in_file]
    form = msgspec.defstruct("DevicesFile", fields, frozen=True, forbid_unknown_fields=True)
    read = msgspec.convert(content, form)
    said = {kind.name: (kind, getattr(read, kind.name)) for kind in in_file}
    return UnitDevices({name: kind.settings.rows(it) for name, (kind, it) in said.items() if it is not UNSET})
