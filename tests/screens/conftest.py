"""One window for the whole run; a kiosk in it for each test that asks for one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

# Tests are imported by path, so that folders need no __init__; this makes `import kiosk_driver` work.
sys.path.insert(0, str(Path(__file__).parent))

from kiosk_driver import KioskDriver


@pytest.fixture
def driver() -> Iterator[KioskDriver]:
    """A kiosk of 800 x 480 pixels."""
    kiosk = KioskDriver()
    yield kiosk
    kiosk.close()
