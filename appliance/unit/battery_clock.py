"""The clock with a battery. It needs no row in the devices file: Linux knows it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from appliance.doctor import clock
from appliance.model.findings import Finding
from appliance.model.health import ClockHealth
from appliance.timekeeping.timekeeper import BUILT_AT
from appliance.unit.device_kind import Around, DeviceKind, Fitted
from appliance.unit.device_settings import UNNAMED
from drivers.clock import battery

FittedClock = Fitted[None, ClockHealth]
_FITTED: FittedClock = Fitted(None, lambda: battery.health(datetime.now(UTC), BUILT_AT))


def _fit(_rows: tuple[None, ...], _folder: Path) -> tuple[FittedClock, ...]:
    return (_FITTED,)


def _measure(_row: None, around: Around) -> ClockHealth:
    return battery.health(datetime.now(UTC), BUILT_AT, around.last_row_at)


def _check(clocks: tuple[ClockHealth, ...]) -> tuple[Finding, ...]:
    return tuple(map(clock.check, clocks))


CLOCK = DeviceKind(
    name="clock",
    settings=UNNAMED,
    fit=_fit,
    # The demo's computer has its own, which is as true as on a unit.
    simulate=lambda _simulated: (_FITTED,),
    measure=_measure,
    check=_check,
)
