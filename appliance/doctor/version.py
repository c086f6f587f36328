"""Which version of the program this is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def program_version() -> str:
    """As the installed package says it; `0` where the program runs without having been installed."""
    try:
        return version("bce-kiosk")
    except PackageNotFoundError:
        return "0"
