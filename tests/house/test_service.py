"""The systemd unit says what it must, and systemd itself finds no fault in it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest

from drivers.watchdog.feeding import FEED_EVERY_S, SILENT_S
from tests.house.tree import HOUSE

UNIT = HOUSE / "systemd/bce-kiosk.service"
WORST_EXPOSURE = 1.0

needs_systemd = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="systemd-analyze is not on this machine"
)


def service() -> dict[str, str]:
    """The [Service] section; of a name given twice, the last."""
    unit = ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]  # as configparser's manual does it
    unit.read(UNIT, encoding="utf-8")
    return dict(unit["Service"])


def analyze(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = ["systemd-analyze", "--no-pager", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_kiosk_is_started_again_whatever_happens() -> None:
    assert service()["Restart"] == "always"
    assert "StartLimitIntervalSec=0" in UNIT.read_text(encoding="utf-8")


def test_the_library_stays_where_the_unit_may_write() -> None:
    assert service()["ExecStart"].endswith(" run --begin --library /var/lib/bce-kiosk")
    assert service()["StateDirectory"] == "bce-kiosk"


def test_the_user_of_the_unit_is_made() -> None:
    users = (HOUSE / "systemd/bce-kiosk.sysusers.conf").read_text(encoding="utf-8")
    assert f"u {service()['User']} " in users


def test_the_kiosk_has_no_network() -> None:
    assert service()["PrivateNetwork"] == "yes"
    assert "AF_INET" not in service()["RestrictAddressFamilies"]


def test_a_kiosk_that_hangs_is_ended_within_twenty_seconds_and_left_no_memory_behind() -> None:
    assert (service()["Type"], service()["NotifyAccess"]) == ("notify", "main")
    assert int(service()["WatchdogSec"]) + SILENT_S <= 20
    assert int(service()["WatchdogSec"]) >= 10 * FEED_EVERY_S
    assert (service()["WatchdogSignal"], service()["LimitCORE"]) == ("SIGKILL", "0")


def test_the_kiosk_may_let_itself_be_heard() -> None:
    assert "audio" in service()["SupplementaryGroups"].split()
    assert "DeviceAllow=char-alsa rw" in UNIT.read_text(encoding="utf-8").splitlines()


def test_the_kiosk_may_open_every_device_that_its_file_can_name() -> None:
    lines = UNIT.read_text(encoding="utf-8").splitlines()
    majors = (
        "char-input",
        "char-tty",
        "char-ttyACM",
        "char-ttyUSB",
        "char-ttyAMA",
        "char-usb",
        "char-usb_device",
    )
    assert [major for major in majors if f"DeviceAllow={major} rw" not in lines] == []
    assert {"input", "dialout", "lp", "audio"} <= set(service()["SupplementaryGroups"].split())


def test_a_scanner_plugged_in_after_the_start_may_be_opened() -> None:
    modules = {f"modprobe@{module}.service" for module in ("cdc_acm", "usbserial", "snd", "drm")}
    for order in ("Wants=", "After="):
        named = {
            word
            for line in UNIT.read_text(encoding="utf-8").splitlines()
            if line.startswith(order)
            for word in line.removeprefix(order).split()
        }
        assert modules <= named


def test_workers_may_put_themselves_behind_the_core() -> None:
    filters = [
        line.removeprefix("SystemCallFilter=")
        for line in UNIT.read_text(encoding="utf-8").splitlines()
        if line.startswith("SystemCallFilter=")
    ]
    # In order, and the last word on a call holds (systemd.exec(5)): @resources has both.
    assert "@resources" in filters[-2]
    assert set(filters[-1].split()) == {"setpriority", "sched_setscheduler"}


def test_the_kiosk_may_read_which_boot_this_is() -> None:
    assert service().get("ProcSubset", "all") == "all"


@needs_systemd
def test_systemd_finds_no_fault(tmp_path: Path) -> None:
    # The program is not installed here; another that exists stands in for it.
    unit = UNIT.read_text(encoding="utf-8").replace("/opt/bce-kiosk/bin/bce-kiosk", sys.executable)
    copy = tmp_path / UNIT.name
    copy.write_text(unit, encoding="utf-8")

    outcome = analyze("verify", copy)

    assert outcome.returncode == 0, outcome.stderr
    assert UNIT.name not in outcome.stderr


@needs_systemd
def test_the_unit_exposes_little() -> None:
    outcome = analyze("security", "--offline=true", f"--threshold={WORST_EXPOSURE * 10:.0f}", UNIT)

    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
