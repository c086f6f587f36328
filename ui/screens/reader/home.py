"""Four tiles: borrow, give back, search, my books."""

from __future__ import annotations

from ui import kv
from ui.screens.screen import KioskScreen


class HomeScreen(KioskScreen):
    """Nothing on it changes but the language."""


kv.load(__file__)
