"""The devices file: what a technician writes, and what he is told when it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appliance.model import Side
from appliance.unit import devices_file, loudspeakers, printers, scanners
from appliance.unit.device_settings import DevicesRefused
from appliance.unit.devices import read_devices
from appliance.unit.devices_file import UnitDevices
from appliance.unit.loudspeakers import SOUND, SoundRow
from appliance.unit.printers import PRINTER, PrinterRow
from appliance.unit.scanners import SCANNER, ScannerRow
from drivers.printer.profile import PROFILES
from drivers.scanner.dialects import DIALECTS
from tests.house.tree import HOUSE


def read(tmp_path: Path, text: str) -> UnitDevices:
    path = tmp_path / devices_file.NAME
    path.write_text(text, encoding="utf-8")
    return read_devices(path)


def test_the_examples_of_the_docstrings_are_read(tmp_path: Path) -> None:
    modules = (scanners, printers, loudspeakers)
    example = "\n".join((module.__doc__ or "").partition("\n\n")[2] for module in modules)
    named = read(tmp_path, example)
    assert named.of(SCANNER) == (
        ScannerRow(Side.READER, keyboard="0c2e:0b61"),
        ScannerRow(Side.GUARD, serial="/dev/ttyACM0", dialect="honeywell"),
    )
    assert named.of(PRINTER) == (PrinterRow("80mm-cutter-status", usb="04b8:0e15"),)
    assert named.of(SOUND) == (SoundRow("default", 80),)


def test_the_technicians_page_shows_what_is_read(tmp_path: Path) -> None:
    page = (HOUSE / "docs/technician.md").read_text(encoding="utf-8")
    shown = page.partition("```toml\n")[2].partition("```")[0]
    named = read(tmp_path, shown)
    assert (len(named.of(SCANNER)), len(named.of(PRINTER)), len(named.of(SOUND))) == (2, 1, 1)


def test_what_the_file_leaves_out_is_not_there_but_for_sound() -> None:
    assert UnitDevices().of(SCANNER) == ()
    assert UnitDevices().of(PRINTER) == ()
    assert UnitDevices().of(SOUND) == (SoundRow(None, 80),)


def test_a_unit_without_the_file_has_no_devices(tmp_path: Path) -> None:
    assert read_devices(tmp_path / "none.toml") == UnitDevices()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[scanner]]\nside = 'reader'", "one of `keyboard` and `serial` - at `$.scanner[0]`"),
        ("[[scanner]]\nkeyboard = '0c2e:0b61'\nserial = '/dev/ttyACM0'", "one of `keyboard` and `serial`"),
        ("[[scanner]]\nkeyboard = 'Symbol'", "at `$.scanner[0].keyboard`"),
        ("[[scanner]]\nserial = '/etc/passwd'", "at `$.scanner[0].serial`"),
        ("[[scanner]]\nserial = '/dev/ttyACM0'\nbaud = 7", "at `$.scanner[0].baud`"),
        ("[[scaner]]\nserial = '/dev/ttyACM0'", "unknown field `scaner`"),
        ("[[scanner]]\nserial = '/dev/ttyACM0'\nsied = 'guard'", "unknown field `sied`"),
        ("[[scanner]]\nserial = '/dev/ttyACM0'\nside = 'cook'", "'cook'"),
        ("[printer]\nusb = '04b8:0e15'", "required field `profile`"),
        ("[printer]\nprofile = '58mm'", "one of `usb`, `serial` and `file`"),
        ("[sound]\nvolume = 101", "at `$.sound.volume`"),
        ("[[scanner]\n", "line 1"),
        ("scanner = 3", "at `$.scanner`"),
        ("[[printer]]\nprofile = '58mm'", "at `$.printer`"),
        ("[clock]", "unknown field `clock`"),
        (
            "[[scanner]]\nserial = '/dev/ttyACM0'\ndialect = 'klingon'",
            f"a scanner's dialect is one of {', '.join(DIALECTS)} - at `$.scanner[0]`",
        ),
        (
            "[printer]\nfile = '/dev/usb/lp0'\nprofile = '100mm'",
            f"a printer's profile is one of {', '.join(PROFILES)} - at `$.printer`",
        ),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(DevicesRefused) as refused:
        read(tmp_path, text)
    assert told in str(refused.value)
    assert str(refused.value).startswith("devices.toml")


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(DevicesRefused, match="cannot be read"):
        read_devices(tmp_path)


@given(content=st.binary(max_size=200))
def test_no_file_whatever_is_in_it_ends_the_program(
    content: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("unit") / "devices.toml"
    path.write_bytes(content)
    try:
        read_devices(path)
    except DevicesRefused as refused:
        assert str(refused)
