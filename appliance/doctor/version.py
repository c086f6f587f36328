"""Which version of the program this is."""

from __future__ import annotations


def program_version() -> str:
    """As the installed package says it; `0` where the program runs without having been installed."""
    # Imported when a technician asks: it takes 10 ms that the start of the kiosk does without.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("bce-kiosk")
    except PackageNotFoundError:
        return "0"
