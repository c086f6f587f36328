"""What is drawn, and when: each pixel and each widget costs time on a kiosk without a graphics card."""

from __future__ import annotations

import pytest

from tests.screens.kiosk_driver import KioskDriver
from ui.samples.statuses import SCENES

PANEL = (100.0, 200.0, 300.0, 160.0)


@pytest.fixture
def quads(driver: KioskDriver) -> list[tuple[float, float, float, float]]:
    """Left, bottom, right and top of each part of the shadow around `PANEL`."""
    from ui.widgets.basics.shadow import around

    vertices = around(PANEL)
    # Four corners of x, y, u, v; the first is the lower left one, the third the upper right one.
    parts = [vertices[start : start + 16] for start in range(0, len(vertices), 16)]
    return [(part[0], part[1], part[8], part[9]) for part in parts if any(part)]


def test_a_shadow_reaches_out_on_every_side_of_its_panel(
    quads: list[tuple[float, float, float, float]],
) -> None:
    x, y, width, height = PANEL
    assert min(quad[0] for quad in quads) < x
    assert min(quad[1] for quad in quads) < y
    assert max(quad[2] for quad in quads) > x + width
    assert max(quad[3] for quad in quads) > y + height


def test_no_shadow_is_drawn_under_the_middle_of_a_panel(
    quads: list[tuple[float, float, float, float]],
) -> None:
    x, y, width, height = PANEL
    under = [
        (left, bottom, right, top)
        for left, bottom, right, top in quads
        if left < x + width * 0.8 and right > x + width * 0.2 and bottom < y + height / 2 < top
    ]
    assert under == []


def test_a_texture_of_text_is_no_wider_than_its_letters(driver: KioskDriver) -> None:
    driver.show(SCENES["title_page_scanned"])
    wide = [
        label.text
        for label in driver.labels()
        if label.texture_size[0] > getattr(label, "natural_width", label.texture_size[0]) + 1
    ]
    assert wide == []


def test_screens_are_built_ahead_only_when_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    kiosk = KioskDriver(prebuild=True)
    from kivy.clock import Clock

    # Called here and not by the clock, which on a slow machine may find a quiet moment of its own.
    monkeypatch.setattr(kiosk.app, "_build_more", lambda: None)
    kiosk.show(SCENES["home"])
    shown_at_s = kiosk.app._shown_at_s
    for after_s, built in ((0.1, ["reader.home"]), (1.0, ["reader.home", "reader.identify"])):
        monkeypatch.setattr(Clock, "get_time", lambda after_s=after_s: shown_at_s + after_s)
        kiosk.app._prebuild()
        assert list(kiosk.app._screens) == built
    monkeypatch.undo()
    kiosk.close()


def test_a_screen_built_ahead_has_the_size_it_will_be_shown_at(driver: KioskDriver) -> None:
    assert tuple(driver.app._screen("reader.basket").size) == driver.size


def test_scanners_come_when_the_answers_to_a_scan_are_built_and_not_before() -> None:
    from ui.dispatch import SCAN_ANSWERS

    kiosk = KioskDriver(prebuild=True)
    built_when_called: list[set[str]] = []
    kiosk.app.call_when_scans_are_answered(lambda: built_when_called.append(set(kiosk.app._screens)))
    kiosk.frames(3)
    assert built_when_called == []
    kiosk.show(SCENES["attract"])
    kiosk.frames(2 + len(SCAN_ANSWERS))
    kiosk.close()
    assert [set(SCAN_ANSWERS) <= built for built in built_when_called] == [True]


def test_what_only_technicians_need_is_built_when_they_come(monkeypatch: pytest.MonkeyPatch) -> None:
    from kivy.clock import Clock

    from ui.dispatch import ON_DEMAND

    kiosk = KioskDriver(prebuild=True)
    kiosk.show(SCENES["home"])
    monkeypatch.setattr(kiosk.app, "_build_more", lambda: None)
    monkeypatch.setattr(Clock, "get_time", lambda: kiosk.app._shown_at_s + 60)
    while kiosk.app._build_an_answer():
        pass
    while kiosk.app._prebuild():
        pass
    ahead = set(kiosk.app._screens)
    kiosk.show(SCENES["setting_date"])
    later = set(kiosk.app._screens)
    monkeypatch.undo()
    kiosk.close()
    assert ahead.isdisjoint(ON_DEMAND)
    assert len(later - ahead) == 1
