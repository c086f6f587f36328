"""A new device is its row in the table: nobody else is told of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from appliance.cli.app import app
from appliance.model.findings import Cause, Check, Finding, Verdict
from appliance.ports import Post
from appliance.unit import devices, simulated_devices
from appliance.unit.device_kind import Around, DeviceKind, Fitted, Listing, Offer
from appliance.unit.devices import KINDS, measured, real_devices
from appliance.unit.devices_file import UnitDevices

LIT = Finding(Check.SCREEN, Verdict.GOOD, Cause.SCREEN_READY, (("lamp", "real"),))
TWIN_LIT = Finding(Check.SCREEN, Verdict.GOOD, Cause.SCREEN_READY, (("lamp", "twin"),))
MEASURED = Finding(Check.SCREEN, Verdict.WATCH, Cause.SCREEN_SMALL)


class Lamp:
    """Tells in `happened` what is done with it."""

    def __init__(self, happened: list[str]) -> None:
        self._happened = happened

    def start(self, _post: Post) -> None:
        self._happened.append("started")

    def stop(self) -> None:
        self._happened.append("stopped")


@pytest.fixture
def happened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """With a kind of device more in the table, what happens to its devices."""
    happened: list[str] = []
    lamp: DeviceKind[str, Lamp, Finding] = DeviceKind(
        name="lamp",
        rows=lambda _unit: ("led0",),
        fit=lambda rows, _folder: tuple(Fitted(Lamp(happened), lambda: LIT) for _ in rows),
        simulate=lambda _simulated: (Fitted(Lamp(happened), lambda: TWIN_LIT),),
        measure=lambda _row, _around: MEASURED,
        check=tuple,
        listing=Listing("lamps", lambda: (Offer("led", "led0", "ACT"),), "[lamp]"),
    )
    for module in (devices, simulated_devices):
        monkeypatch.setattr(module, "KINDS", (*KINDS, lamp))
    monkeypatch.setattr("appliance.cli.plugged_in.KINDS", (lamp,))
    return happened


def test_a_running_kiosk_starts_and_stops_it_and_the_bench_judges_it(
    happened: list[str], tmp_path: Path
) -> None:
    fitted = real_devices(UnitDevices(), tmp_path)
    assert LIT in fitted.findings()
    fitted.start(lambda _message: None)
    fitted.stop_scanning()
    assert happened == ["started"]
    fitted.stop()
    assert happened == ["started", "stopped"]


def test_the_demo_has_its_twin(happened: list[str], tmp_path: Path) -> None:
    simulated = simulated_devices.simulated_devices(tmp_path)
    assert TWIN_LIT in simulated.devices.findings()
    simulated.devices.start(lambda _message: None)
    simulated.devices.stop_scanning()
    simulated.devices.stop()
    assert happened == ["started", "stopped"]


@pytest.mark.usefixtures("happened")
def test_the_doctor_measures_it(tmp_path: Path) -> None:
    assert MEASURED in measured(UnitDevices(), Around(tmp_path))


@pytest.mark.usefixtures("happened")
def test_it_is_offered_for_the_devices_file() -> None:
    told = CliRunner().invoke(app, ["devices", "--json"])
    assert json.loads(told.output) == {"lamps": [{"led": "led0", "named": "ACT"}]}
    assert '# [lamp]\n# led = "led0"   # ACT\n' in CliRunner().invoke(app, ["devices"]).output


def test_whatever_the_devices_file_may_name_has_its_kind() -> None:
    assert set(UnitDevices.__struct_fields__) <= {kind.name for kind in KINDS}
    assert len({kind.name for kind in KINDS}) == len(KINDS)


def test_scanners_start_after_what_answers_a_scan_and_stop_before_it() -> None:
    order: list[str] = []

    class Told:
        def __init__(self, name: str) -> None:
            self._name = name

        def start(self, _post: Post) -> None:
            order.append(f"{self._name} starts")

        def stop(self) -> None:
            order.append(f"{self._name} stops")

    fitted = devices.FittedDevices({kind.name: (Fitted(Told(kind.name), None),) for kind in KINDS})
    fitted.start(lambda _message: None)
    assert order.pop() == "scanner starts"
    order.clear()
    fitted.stop_scanning()
    assert order == ["scanner stops"]
    fitted.stop()
    assert order[1:] and "scanner stops" not in order[1:]
