"""A new device is its row in the table: nobody else is told of it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from appliance.cli.app import app
from appliance.model.findings import Cause, Check, Finding, Verdict
from appliance.ports import Post
from appliance.unit import devices, simulated_devices
from appliance.unit.device_kind import Around, DeviceKind, Fitted, Listing, Offer
from appliance.unit.device_settings import DeviceRow, DevicesRefused, Percent, any_number
from appliance.unit.devices import KINDS, measured, read_devices, real_devices
from appliance.unit.devices_file import NAME, UnitDevices

LIT = Finding(Check.SCREEN, Verdict.GOOD, Cause.SCREEN_READY, (("lamp", "real"),))
TWIN_LIT = Finding(Check.SCREEN, Verdict.GOOD, Cause.SCREEN_READY, (("lamp", "twin"),))
MEASURED = Finding(Check.SCREEN, Verdict.WATCH, Cause.SCREEN_SMALL)
LAMP = '[[lamp]]\nled = "led0"\nbrightness = 30'


class LampRow(DeviceRow, frozen=True):
    """The settings of a lamp."""

    led: str
    brightness: Percent = 50


class Lamp:
    """Tells in `happened` what is done with it."""

    def __init__(self, happened: list[str], brightness: int) -> None:
        self.brightness = brightness
        self._happened = happened

    def start(self, _post: Post) -> None:
        self._happened.append("started")

    def stop(self) -> None:
        self._happened.append("stopped")


@pytest.fixture
def happened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """With a kind of device more in the table, what happens to its devices."""
    happened: list[str] = []
    lamp: DeviceKind[LampRow, Lamp, Finding] = DeviceKind(
        name="lamp",
        settings=any_number(LampRow),
        fit=lambda rows, _folder: tuple(Fitted(Lamp(happened, row.brightness), lambda: LIT) for row in rows),
        simulate=lambda _simulated: (Fitted(Lamp(happened, 100), lambda: TWIN_LIT),),
        measure=lambda row, _around: replace(MEASURED, figures=(("brightness", row.brightness),)),
        check=tuple,
        listing=Listing("lamps", lambda: (Offer("led", "led0", "ACT"),), "[[lamp]]"),
    )
    for module in (devices, simulated_devices):
        monkeypatch.setattr(module, "KINDS", (*KINDS, lamp))
    monkeypatch.setattr("appliance.cli.plugged_in.KINDS", (lamp,))
    return happened


def named(tmp_path: Path, text: str) -> UnitDevices:
    path = tmp_path / NAME
    path.write_text(text, encoding="utf-8")
    return read_devices(path)


def test_a_running_kiosk_starts_and_stops_it_and_the_bench_judges_it(
    happened: list[str], tmp_path: Path
) -> None:
    fitted = real_devices(named(tmp_path, LAMP), tmp_path)
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
def test_its_settings_are_read_from_the_devices_file_beside_those_of_the_others(tmp_path: Path) -> None:
    file = '[sound]\nvolume = 20\n[[lamp]]\nled = "led0"\nbrightness = 30\n[[lamp]]\nled = "led1"\n'
    fitted = real_devices(named(tmp_path, file), tmp_path)
    lamps: list[Lamp] = [one.device for one in fitted.of(devices.KINDS[-1])]
    assert [lamp.brightness for lamp in lamps] == [30, 50]


@pytest.mark.usefixtures("happened")
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[lamp]]\nled = "led0"\nbrightness = 101', "`$.lamp[0].brightness`"),
        ('[[lamp]]\nled = "led0"\n[[lamp]]\nled = "led1"\nbritness = 30', "unknown field `britness`"),
        ("[[lamp]]\nbrightness = 30", "required field `led`"),
    ],
)
def test_a_wrong_setting_of_it_is_named(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(DevicesRefused) as refused:
        named(tmp_path, text)
    assert told in str(refused.value)


def test_without_its_row_in_the_table_the_devices_file_may_not_name_it(tmp_path: Path) -> None:
    with pytest.raises(DevicesRefused, match="unknown field `lamp`"):
        named(tmp_path, LAMP)


@pytest.mark.usefixtures("happened")
def test_the_doctor_measures_it_with_its_settings(tmp_path: Path) -> None:
    found = measured(named(tmp_path, LAMP), Around(tmp_path))
    assert [one.figures for one in found if one.cause is MEASURED.cause] == [(("brightness", 30),)]


@pytest.mark.usefixtures("happened")
def test_it_is_offered_for_the_devices_file_as_that_reads_it(tmp_path: Path) -> None:
    told = CliRunner().invoke(app, ["devices", "--json"])
    assert json.loads(told.output) == {"lamps": [{"led": "led0", "named": "ACT"}]}
    lines = CliRunner().invoke(app, ["devices"]).output.splitlines()[1:]
    assert '# led = "led0"   # ACT' in lines
    file = "\n".join(line.removeprefix("# ") for line in lines)
    assert named(tmp_path, file).of(devices.KINDS[-1]) == (LampRow("led0"),)


def test_no_two_kinds_have_one_name() -> None:
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
