"""What git tracks: the house as a visitor sees it."""

from __future__ import annotations

import subprocess
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]


def tracked_files() -> list[Path]:
    """Paths relative to the top, of every file git knows and that is still there."""
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=HOUSE, check=True, capture_output=True, text=True
    ).stdout
    return [Path(name) for name in listing.split("\0") if name and (HOUSE / name).exists()]


def is_text(path: Path) -> bool:
    return b"\0" not in (HOUSE / path).read_bytes()[:8192]
