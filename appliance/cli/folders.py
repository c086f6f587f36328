"""Where libraries are kept unless another folder is named."""

from __future__ import annotations

import os
from pathlib import Path

from appliance.store.database import FILE_NAME

# XDG Base Directory Specification 0.8: an empty value counts as unset.
DATA_FOLDER = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "bce-kiosk"
"""The user's own data folder."""
DEFAULT_LIBRARY = DATA_FOLDER / "library"
DEMO_LIBRARY = DATA_FOLDER / "demo"
"""Apart from a real library."""


def is_there(folder: Path) -> bool:
    """Whether this folder holds a library."""
    return (folder / FILE_NAME).exists()
