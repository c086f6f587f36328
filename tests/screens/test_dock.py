"""The dock and the simulated scanner: what a demonstration does instead of hands and cables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from appliance.messages import Message, Scanned, ScannerFound, ScannerLost, ScanProblem, ScanRefused
from drivers.simulated.scanner import SimulatedScanner
from tests.screens.kiosk_driver import KioskDriver


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def dock(driver: KioskDriver, done: list[str], tmp_path: Path) -> Any:
    from ui.dock import DockCode, DockDevices, build_dock

    devices = DockDevices(
        scan=lambda side, code: done.append(f"{side} {code}"),
        unplug=lambda side: done.append(f"{side} unplug"),
        plug=lambda side: done.append(f"{side} plug"),
        become=done.append,
        said=lambda: "Take your slip.",
        last_slip=lambda: tmp_path / "slip.png",
        last_slip_code=lambda: "LOAN-1",
        cards=(DockCode("Dara", "R0042"),),
        badges=(DockCode("Guard", "G0007", "PIN 246810"),),
    )
    shown = build_dock(devices)
    driver.window.add_widget(shown)
    driver.frames(3)
    return shown


def press(dock: Any, text: str) -> None:
    next(part for part in dock.walk() if getattr(part, "text", "") == text).dispatch("on_press")


def test_each_button_does_what_it_says(dock: Any, done: list[str]) -> None:
    for text in ("Pull cable", "Plug cable", "Scan the last slip", "Dara\nR0042"):
        press(dock, text)

    assert done == ["reader unplug", "reader plug", "reader LOAN-1", "reader R0042"]


def test_each_trouble_of_the_printer_has_its_button(dock: Any, done: list[str]) -> None:
    for text in ("Tear paper", "Open lid", "Printer off", "Mend printer"):
        press(dock, text)

    assert done == ["no_paper", "cover_open", "offline", "ready"]


def test_the_hand_changes_to_the_guards_scanner_and_back(dock: Any, done: list[str]) -> None:
    press(dock, "Scanner in use: the reader's")
    press(dock, "Dara\nR0042")
    press(dock, "Pull cable")
    press(dock, "Scanner in use: the guard's")
    press(dock, "Dara\nR0042")

    assert done == ["guard R0042", "guard unplug", "reader R0042"]


def test_what_was_said_aloud_last_can_be_read(dock: Any) -> None:
    dock._listen()

    assert dock._said.text == "Take your slip."


def test_a_badge_shows_its_demo_pin_and_scans_only_its_code(dock: Any, done: list[str]) -> None:
    press(dock, "Guard\nG0007 · PIN 246810")

    assert done == ["reader G0007"]


def test_the_last_slip_appears_when_it_is_printed(dock: Any, tmp_path: Path) -> None:
    dock._look_at_slip()
    assert dock._slip.height == 0

    Image.new("RGB", (100, 200), "white").save(tmp_path / "slip.png")
    dock._look_at_slip()

    assert dock._slip.height == pytest.approx((dock.width - 20) * 2)


@pytest.fixture
def posted() -> list[Message]:
    return []


@pytest.fixture
def scanner(posted: list[Message]) -> SimulatedScanner:
    started = SimulatedScanner()
    started.start(posted.append)
    return started


def test_a_scan_is_posted(scanner: SimulatedScanner, posted: list[Message]) -> None:
    scanner.scan("0101")

    assert posted == [Scanned("0101")]


def test_scans_are_lost_while_the_cable_is_out(scanner: SimulatedScanner, posted: list[Message]) -> None:
    scanner.unplug()
    scanner.unplug()
    scanner.scan("0101")
    scanner.plug()

    assert posted == [ScannerLost(), ScannerFound()]


def test_a_scanner_without_its_cable_says_so_at_the_start(posted: list[Message]) -> None:
    scanner = SimulatedScanner()
    scanner.unplug()
    scanner.start(posted.append)

    assert posted == [ScannerLost()]


@pytest.mark.parametrize(
    ("code", "problem"),
    [("x" * 65, ScanProblem.TOO_LONG), ("ខ្មែរ", ScanProblem.NOT_TEXT), ("a\tb", ScanProblem.NOT_TEXT)],
)
def test_what_no_scanner_reads_is_refused(
    scanner: SimulatedScanner, posted: list[Message], code: str, problem: ScanProblem
) -> None:
    scanner.scan(code)

    assert posted == [ScanRefused(problem)]


def test_the_chosen_side_outlives_a_dock_that_is_built_anew_for_another_size(
    dock: Any, done: list[str]
) -> None:
    from ui.dock import build_dock

    press(dock, "Scanner in use: the reader's")
    anew = build_dock(dock.devices)
    press(anew, "Dara\nR0042")
    press(anew, "Scanner in use: the guard's")
    assert done == ["guard R0042"]
