"""Reading the small files that the kernel makes of its values."""

from __future__ import annotations

from pathlib import Path


def text_in(file: Path) -> str:
    """What is in `file`, or nothing where there is none: another computer, an older kernel."""
    try:
        # A device tree's texts end with a zero byte.
        return file.read_text("utf-8", "replace").strip("\0\n ")
    except OSError:
        return ""


def number_in(file: Path) -> float | None:
    """The first number in `file`."""
    words = text_in(file).split()
    try:
        return float(words[0]) if words else None
    except ValueError:
        return None
