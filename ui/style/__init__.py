"""Kivy's look of its own widgets, cut down to those in use: to read it all is an eighth of a bare start.

Importing this package lets Kivy find our `style.kv` in place of its own. Before any other part of Kivy that
draws.
"""

from __future__ import annotations

from pathlib import Path

import kivy

_whole, kivy.kivy_data_dir = kivy.kivy_data_dir, str(Path(__file__).parent)
try:
    # It reads `style.kv` when it is imported, and asks for the folder nowhere else.
    import kivy.lang.builder
finally:
    kivy.kivy_data_dir = _whole
