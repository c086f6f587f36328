"""Reading the kernel's small files: of a Raspberry Pi, of a PC, and where there is nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from appliance.model.health import MachineHealth, Power, ScreenHealth
from drivers.machine import heat, screen
from drivers.machine.health import disk_of, measure

TOUCH_PANEL = """\
I: Bus=0003 Vendor=0eef Product=0005 Version=0111
N: Name="WaveShare WS170120"
H: Handlers=mouse0 event1
B: PROP=2
B: EV=b
B: ABS=2608000 3

"""
MOUSE = """\
I: Bus=0003 Vendor=046d Product=c077 Version=0111
N: Name="Logitech USB Optical Mouse"
B: PROP=0
B: EV=17

"""


def write(root: Path, name: str, text: str) -> None:
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def test_a_raspberry_pi_tells_what_it_is(tmp_path: Path) -> None:
    write(tmp_path, "proc/device-tree/model", "Raspberry Pi 4 Model B Rev 1.5\0")
    write(
        tmp_path, "proc/meminfo", "MemTotal:        1900000 kB\nMemFree: 1 kB\nMemAvailable:    1200000 kB\n"
    )
    write(tmp_path, "sys/class/thermal/thermal_zone0/temp", "48312\n")
    write(tmp_path, "sys/devices/platform/soc/soc:firmware/get_throttled", "50000\n")
    found = measure(tmp_path, tmp_path)
    assert (found.model, found.temperature_c) == ("Raspberry Pi 4 Model B Rev 1.5", 48.312)
    assert (found.memory_mb, found.memory_free_mb) == (1945, 1228)
    assert found.power == Power(low_now=False, low_before=True)


def test_a_computer_that_tells_nothing_is_not_known(tmp_path: Path) -> None:
    found = measure(tmp_path, tmp_path)
    assert found == MachineHealth(disk=found.disk, screen=ScreenHealth(None, None))


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        ("0", Power()),
        ("1", Power(low_now=True)),
        ("50005", Power(low_now=True, low_before=True)),
        ("?", None),
    ],
)
def test_the_firmwares_flags(tmp_path: Path, flags: str, expected: Power | None) -> None:
    write(tmp_path, "sys/devices/platform/soc/soc:firmware/get_throttled", flags)
    assert heat.power(tmp_path) == expected


def test_the_kernels_own_voltage_sensor_will_do(tmp_path: Path) -> None:
    write(tmp_path, "sys/class/hwmon/hwmon0/name", "cpu_thermal\n")
    write(tmp_path, "sys/class/hwmon/hwmon1/name", "rpi_volt\n")
    write(tmp_path, "sys/class/hwmon/hwmon1/in0_lcrit_alarm", "1\n")
    assert heat.power(tmp_path) == Power(low_now=True, low_before=True)


def test_the_hottest_sensor_counts_and_nonsense_does_not(tmp_path: Path) -> None:
    for zone, told in enumerate(("41000", "67500", "-274000", "999999", "hot")):
        write(tmp_path, f"sys/class/thermal/thermal_zone{zone}/temp", told)
    assert heat.celsius(tmp_path) == 67.5


def test_a_screen_and_its_touch_panel(tmp_path: Path) -> None:
    write(tmp_path, "sys/class/drm/card1-HDMI-A-1/status", "disconnected\n")
    write(tmp_path, "sys/class/drm/card1-HDMI-A-2/status", "connected\n")
    write(tmp_path, "sys/class/drm/card1-HDMI-A-2/modes", "1280x800\n800x600\n")
    driver = tmp_path / "sys/bus/platform/drivers/vc4-drm"
    driver.mkdir(parents=True)
    (tmp_path / "sys/class/drm/card1/device").mkdir(parents=True)
    (tmp_path / "sys/class/drm/card1/device/driver").symlink_to(driver)
    write(tmp_path, "proc/bus/input/devices", MOUSE + TOUCH_PANEL)
    assert screen.health(tmp_path) == ScreenHealth(1, 1, 1280, 800, "vc4-drm")


def test_a_mouse_is_no_touch_panel(tmp_path: Path) -> None:
    write(tmp_path, "proc/bus/input/devices", MOUSE)
    assert screen.health(tmp_path).touch_panels == 0


def test_a_screen_whose_cable_is_out(tmp_path: Path) -> None:
    write(tmp_path, "sys/class/drm/card0-HDMI-A-1/status", "disconnected\n")
    assert screen.health(tmp_path).connected == 0


def test_the_disk_of_a_folder_that_is_not_made_yet(tmp_path: Path) -> None:
    disk = disk_of(tmp_path / "not" / "there")
    assert disk is not None
    assert 0 < disk.free_mb <= disk.total_mb
