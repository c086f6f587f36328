"""Clocks with a battery, as Linux tells of them under /sys/class/rtc."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from drivers.clock.battery import battery_clocks, health, parse, this_boot

BUILT_AT = datetime(2026, 11, 1, tzinfo=UTC)
TODAY = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


def chip(root: Path, name: str, since_epoch: str | None, hctosys: str) -> None:
    folder = root / name
    folder.mkdir(parents=True)
    (folder / "hctosys").write_text(hctosys + "\n")
    if since_epoch is not None:
        (folder / "since_epoch").write_text(since_epoch + "\n")


def boot_file(folder: Path) -> Path:
    path = folder / "boot_id"
    path.write_text("5f0e2c1a-8c1d-4f53-a1d5-9c2f6f0f7a11\n")
    return path


def test_a_chip_that_set_the_systems_time_is_believed(tmp_path: Path) -> None:
    chip(tmp_path / "rtc", "rtc0", str(int(TODAY.timestamp())), "1")
    boot = this_boot(TODAY, BUILT_AT, tmp_path / "rtc", boot_file(tmp_path))
    assert boot.has_clock
    assert boot.id == "5f0e2c1a-8c1d-4f53-a1d5-9c2f6f0f7a11"


def test_a_chip_that_woke_in_2000_is_not_believed(tmp_path: Path) -> None:
    chip(tmp_path / "rtc", "rtc0", "946684800", "1")
    assert not this_boot(TODAY, BUILT_AT, tmp_path / "rtc", boot_file(tmp_path)).has_clock


def test_a_chip_that_keeps_local_time_is_believed_and_one_that_the_system_left_is_not(tmp_path: Path) -> None:
    for apart, believed in (
        (timedelta(hours=7), True),
        (timedelta(days=-1), False),
        (timedelta(days=2), False),
    ):
        root = tmp_path / str(apart)
        chip(root, "rtc0", str(int((TODAY + apart).timestamp())), "1")
        assert this_boot(TODAY, BUILT_AT, root, boot_file(tmp_path)).has_clock is believed


def test_a_chip_whose_battery_failed_cannot_be_read(tmp_path: Path) -> None:
    chip(tmp_path / "rtc", "rtc0", None, "1")
    assert battery_clocks(tmp_path / "rtc")[0].at is None
    assert not this_boot(TODAY, BUILT_AT, tmp_path / "rtc", boot_file(tmp_path)).has_clock


def test_a_right_chip_that_did_not_set_the_time_proves_nothing(tmp_path: Path) -> None:
    chip(tmp_path / "rtc", "rtc0", str(int(TODAY.timestamp())), "0")
    assert not this_boot(TODAY, BUILT_AT, tmp_path / "rtc", boot_file(tmp_path)).has_clock


def test_without_any_chip_there_is_no_clock(tmp_path: Path) -> None:
    boot = this_boot(TODAY, BUILT_AT, tmp_path / "none", tmp_path / "none either")
    assert (boot.has_clock, boot.id) == (False, "")
    assert health(TODAY, BUILT_AT, root=tmp_path / "none").apart_s is None


def test_the_doctor_hears_how_far_the_chip_is_ahead(tmp_path: Path) -> None:
    chip(tmp_path / "rtc", "rtc0", str(int(TODAY.timestamp()) + 90), "1")
    assert health(TODAY, BUILT_AT, root=tmp_path / "rtc").apart_s == 90


def test_nonsense_from_a_chip_is_no_time() -> None:
    for text in ("", "abc", "-5", "١٢", "9" * 11, "9" * 40):
        assert parse(text, "1").at is None
