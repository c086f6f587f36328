"""The pictures in the README are what the screens look like now."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

HOUSE = Path(__file__).parents[2]
PICTURES = sorted((HOUSE / "docs/pictures").glob("*.png"))
# The committed pictures have 128 colours; a moved button or a changed word makes more than this.
MOST_DIFFERENCE = 1.0


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("gallery")
    for name in sorted({picture.name.split(".")[0] for picture in PICTURES}):
        command = [sys.executable, "-m", "ui.gallery", "--size", "800x480", "--only", name, "--out", str(out)]
        subprocess.run(command, check=True, env=os.environ | {"SDL_VIDEODRIVER": "offscreen"}, cwd=HOUSE)
    return out


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_is_true(gallery: Path, picture: Path) -> None:
    kept, drawn = (Image.open(path).convert("RGB") for path in (picture, gallery / picture.name))
    difference = ImageStat.Stat(ImageChops.difference(kept, drawn)).mean
    assert max(difference) < MOST_DIFFERENCE, "make the pictures anew: see docs/pictures/README.md"


def test_the_readme_shows_them_all() -> None:
    shown = re.findall(r"docs/pictures/([\w.]+\.png)", (HOUSE / "README.md").read_text("utf-8"))
    assert sorted(set(shown)) == [picture.name for picture in PICTURES]
