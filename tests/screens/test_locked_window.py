"""A keyboard, a mouse with files, a window manager: the kiosk hears none of them."""

from __future__ import annotations

import pytest

from appliance.status import Home
from tests.screens.kiosk_driver import KioskDriver
from tests.screens.sdl_events import KEY_DOWN, KEY_UP, push_key, push_quit, push_text
from ui.lock import lock

ESCAPE, F1, F4, F5, F11, F12 = 27, 0x4000003A, 0x4000003D, 0x4000003E, 0x40000044, 0x40000045
PRINT_SCREEN, SUPER = 0x40000046, 0x400000E3
CTRL, ALT, SHIFT, GUI = 0x40, 0x100, 0x1, 0x400
CHORDS = [
    (code, modifiers)
    for code in (ESCAPE, F1, F4, F5, F11, F12, PRINT_SCREEN, SUPER, *map(ord, "ceqmvwx\r\t "))
    for modifiers in (0, CTRL, ALT, CTRL | ALT, SHIFT, GUI)
]


@pytest.fixture
def locked(driver: KioskDriver) -> KioskDriver:
    lock(driver.window, closable=False)
    driver.show(Home())
    return driver


def hears(driver: KioskDriver) -> None:
    driver.window.mainloop()
    driver.settle(2)


def test_no_key_reaches_anything(locked: KioskDriver) -> None:
    heard: list[object] = []
    locked.window.on_keyboard = lambda *key: heard.append(key)
    before = list(locked.window.children)
    for code, modifiers in CHORDS:
        push_key(KEY_DOWN, code, modifiers)
        push_key(KEY_UP, code, modifiers)
    push_text("Dara")
    hears(locked)
    del locked.window.on_keyboard
    assert heard == []
    assert list(locked.window.children) == before
    assert locked.posted == []


def test_the_whole_screen_cannot_be_closed(locked: KioskDriver) -> None:
    from kivy.base import EventLoop

    push_quit()
    hears(locked)
    assert not EventLoop.quit


def test_a_demonstration_in_a_window_can_be_closed(driver: KioskDriver) -> None:
    from kivy.base import EventLoop

    push_quit()
    hears(driver)
    assert EventLoop.quit
    EventLoop.quit = False
    # Kivy broke off in the middle of SDL's queue, which would cut the next reading short.
    hears(driver)


@pytest.mark.parametrize("event", ["on_drop_file", "on_drop_text"])
def test_nothing_can_be_dropped_on_it(locked: KioskDriver, event: str) -> None:
    assert locked.window.dispatch(event, b"/etc/passwd", 10, 10)


def test_nothing_on_any_screen_takes_the_keyboard_or_the_clipboard(locked: KioskDriver) -> None:
    import sys

    from ui.samples.statuses import SCENES

    for scene in SCENES.values():
        locked.show(scene)
    assert locked.window._system_keyboard.callback is None
    for module in (
        "kivy.uix.textinput",
        "kivy.core.clipboard",
        "kivy.uix.filechooser",
        "kivy.modules.inspector",
    ):
        assert module not in sys.modules
