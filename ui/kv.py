"""Loading the .kv that lies beside a module."""

from __future__ import annotations

from pathlib import Path

from kivy.lang import Builder


def load(module_file: str) -> None:
    """Load the rules of the module whose `__file__` this is; called once, when it is imported."""
    Builder.load_file(str(Path(module_file).with_suffix(".kv")))
