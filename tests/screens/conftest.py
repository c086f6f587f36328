"""One window for the whole run; a kiosk in it for each test that asks for one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.screens.kiosk_driver import KioskDriver


@pytest.fixture
def driver() -> Iterator[KioskDriver]:
    """A kiosk of 800 x 480 pixels."""
    kiosk = KioskDriver()
    yield kiosk
    kiosk.close()
