"""No key of any keyboard restarts the unit, switches it off or opens a console."""

from __future__ import annotations

import shutil
import subprocess
from configparser import ConfigParser
from pathlib import Path

import pytest

from tests.house.tree import HOUSE

SYSTEMD = HOUSE / "systemd"
NAME = "70-bce-kiosk.conf"


def section(folder: str, name: str) -> dict[str, str]:
    settings = ConfigParser(interpolation=None)
    settings.optionxform = str  # type: ignore[assignment,method-assign]  # as configparser's manual does it
    settings.read(SYSTEMD / folder / NAME, encoding="utf-8")
    return dict(settings[name])


def test_no_key_speaks_to_the_kernel() -> None:
    lines = (SYSTEMD / "sysctl.d" / NAME).read_text(encoding="utf-8").splitlines()
    assert "kernel.sysrq = 0" in lines


def test_no_key_switches_off_sleeps_or_opens_a_console() -> None:
    login = section("logind.conf.d", "Login")
    assert (login["NAutoVTs"], login["ReserveVT"]) == ("0", "0")
    keys = {name for name in login if name.startswith("Handle")}
    assert {login[name] for name in keys} == {"ignore"}
    assert {f"Handle{key}Key" for key in ("Power", "Reboot", "Suspend", "Hibernate")} <= keys


def test_ctrl_alt_del_in_a_row_restarts_nothing() -> None:
    assert section("system.conf.d", "Manager")["CtrlAltDelBurstAction"] == "none"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not on this machine")
@pytest.mark.parametrize(
    ("main", "folder"), [("systemd/system.conf", "system.conf.d"), ("systemd/logind.conf", "logind.conf.d")]
)
def test_systemd_finds_each_file_where_the_image_puts_it(tmp_path: Path, main: str, folder: str) -> None:
    for part in ("systemd/system.conf", "systemd/logind.conf"):
        (tmp_path / "etc" / part).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "etc" / part).touch()
    placed = tmp_path / "etc/systemd" / folder / NAME
    placed.parent.mkdir()
    shutil.copy(SYSTEMD / folder / NAME, placed)
    shown = subprocess.run(
        ["systemd-analyze", "--no-pager", f"--root={tmp_path}", "cat-config", main],
        capture_output=True,
        text=True,
        check=False,
    )
    assert shown.returncode == 0, shown.stderr
    assert placed.read_text(encoding="utf-8") in shown.stdout


def test_every_file_here_has_its_place_in_the_list() -> None:
    listed = (SYSTEMD / "README.md").read_text(encoding="utf-8")
    for file in SYSTEMD.rglob("*"):
        if file.is_file() and file.name != "README.md":
            assert f"`{file.relative_to(SYSTEMD)}`" in listed
