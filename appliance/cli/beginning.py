"""A folder that holds no library: a slip of the finger in its name shall not look like an empty library."""

from __future__ import annotations

import sys
from pathlib import Path
from select import select

from appliance.cli.exits import Exit
from ui.leaving import LEAVING

_LOOK_EVERY_S = 0.1


class NoLibrary(Exception):
    """There is none in this folder, and nobody said that one shall begin there; the text says what to do."""


def begin_asked(folder: Path) -> None:
    """Ask whoever sits at the terminal whether a library shall begin in `folder`.

    Raises:
        NoLibrary: they said no, or there is no terminal to ask on.
        SystemExit: a signal came in place of an answer.
    """
    if sys.stdin.isatty() and sys.stderr.isatty():
        sys.stderr.write(f"There is no library in {folder}. Begin an empty one there? [y/N] ")
        sys.stderr.flush()
        if _answer().strip().casefold() in {"y", "yes"}:
            return
    raise NoLibrary(
        f"There is no library in {folder}. Name the right folder with --library,"
        " or begin an empty one with --begin."
    )


def _answer() -> str:
    """A line from the terminal. To read goes on after a signal that is only remembered: so look at both."""
    while not select([sys.stdin], [], [], _LOOK_EVERY_S)[0]:
        if LEAVING.asked:
            sys.stderr.write("\n")
            raise SystemExit(Exit.WELL)
    return sys.stdin.readline()
