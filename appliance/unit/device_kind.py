"""What the house must know of one kind of device, besides its driver and its port."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from appliance.model.findings import Finding
from appliance.ports import Post
from appliance.unit.device_settings import Row, Settings

if TYPE_CHECKING:
    from appliance.unit.simulated_devices import Simulated


class Device(Protocol):
    """What every port of a device that runs has."""

    def start(self, post: Post) -> None: ...

    def stop(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Around:
    """What is measured of a device may depend on: the library's folder, and when its journal was last written
    (None where nobody looked)."""

    folder: Path
    last_row_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """One device that is plugged in, as a line of the devices file: `usb = "04b8:0e15"`; and its maker."""

    key: str
    value: str
    named: str


@dataclass(frozen=True, slots=True)
class Listing:
    """How `bce-kiosk devices` offers a kind: `table` and `above` before each line, `below` after it."""

    plural: str
    offers: Callable[[], Sequence[Offer]]
    table: str
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


Runs = TypeVar("Runs", bound=Device | None)
Health = TypeVar("Health")


@dataclass(frozen=True, slots=True)
class Fitted(Generic[Runs, Health]):
    """One device of a running unit. `device` is None for what needs no thread.

    `health` is asked from any thread and touches nothing; None for what stands in for a missing device."""

    device: Runs
    health: Callable[[], Health] | None


@dataclass(frozen=True, slots=True)
class DeviceKind(Generic[Row, Runs, Health]):
    """One kind of device. Its row in `unit.devices.KINDS` is all that the others read."""

    name: str
    """As the devices file and the doctor call it."""
    settings: Settings[Row]
    """What the devices file may say of it; one row for each device."""
    fit: Callable[[tuple[Row, ...], Path], tuple[Fitted[Runs, Health], ...]]
    """The devices of these rows, with stand-ins where a unit needs one; the folder is the library's."""
    simulate: Callable[[Simulated], tuple[Fitted[Runs, Health], ...]]
    """Its twins in memory."""
    measure: Callable[[Row, Around], Health]
    """Open one, ask it and let go of it: for the doctor, while no kiosk runs."""
    check: Callable[[tuple[Health, ...]], tuple[Finding, ...]]
    """The doctor's judgement of all of them; of none, where the unit should have one."""
    brings_in: bool = False
    """It posts what people do: started last and stopped first."""
    listing: Listing | None = None
