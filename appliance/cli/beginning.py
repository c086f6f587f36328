"""A folder that holds no library: a slip of the finger in its name shall not look like an empty library."""

from __future__ import annotations

import sys
from pathlib import Path


class NoLibrary(Exception):
    """There is none in this folder, and nobody said that one shall begin there; the text says what to do."""


def begin_asked(folder: Path) -> None:
    """Ask whoever sits at the terminal whether a library shall begin in `folder`.

    Raises:
        NoLibrary: they said no, or there is no terminal to ask on.
    """
    if sys.stdin.isatty() and sys.stderr.isatty():
        sys.stderr.write(f"There is no library in {folder}. Begin an empty one there? [y/N] ")
        sys.stderr.flush()
        if sys.stdin.readline().strip().casefold() in {"y", "yes"}:
            return
    raise NoLibrary(
        f"There is no library in {folder}. Name the right folder with --library,"
        " or begin an empty one with --begin."
    )
