"""The real program on screens of six sizes shows what the gallery shows, and is touched where it is drawn."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from appliance.cli.demo_library import make_demo_library
from tests.screens.xvfb import ALIKE, away_from, display, needs_xvfb, program
from ui.fit import density_of, shrunk_into, stage_in, with_dock_beside

SIZES = ((800, 480), (1024, 600), (1280, 800), (1366, 768), (1920, 1080), (800, 1280))

GALLERY = """
import sys
from pathlib import Path
import ui.samples.statuses as samples
from appliance.model import Language
names = ("attract_scanner_lost", "home_scanner_lost", "identify_scanner_lost")
wanted = [(name, status) for name, status in samples.statuses(Language.KM) if name in names]
# Before anybody imports it by name.
samples.statuses = lambda language: wanted if language is Language.KM else []
import ui.gallery as gallery
gallery._draw_size((int(sys.argv[1]), int(sys.argv[2])), Path(sys.argv[3]), "")
"""


def gallery(size: tuple[int, int], out: Path) -> dict[str, Image.Image]:
    """Pictures by name, drawn without any display; a unit without devices misses its scanner."""
    environment = os.environ | {"SDL_VIDEODRIVER": "offscreen", "LIBGL_ALWAYS_SOFTWARE": "1"}
    command = [sys.executable, "-c", GALLERY, str(size[0]), str(size[1]), str(out)]
    subprocess.run(command, env=environment, check=True)
    return {path.name.split(".")[0]: Image.open(path).convert("RGB") for path in out.glob("*.km.*.png")}


@needs_xvfb
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_kiosk_fills_the_screen_that_is_there_and_is_touched_where_it_is_drawn(
    size: tuple[int, int], tmp_path: Path
) -> None:
    make_demo_library(tmp_path / "library", None)
    wanted = gallery(size, tmp_path / "gallery")
    (left, bottom), (width, height) = stage_in(size)
    top = size[1] - bottom - height
    run = ("run", "--library", str(tmp_path / "library"))
    with display(size, tmp_path / "screen") as shown, program(shown, *run) as running:
        assert away_from(shown, wanted["attract_scanner_lost"], running) <= ALIKE
        shown.touch(left + width // 2, top + height // 2)
        assert away_from(shown, wanted["home_scanner_lost"], running) <= ALIKE
        # The first tile, left above.
        shown.touch(left + width // 4, top + round(height * 0.35))
        assert away_from(shown, wanted["identify_scanner_lost"], running) <= ALIKE
    assert running.returncode == 0


@pytest.mark.parametrize("size", [*SIZES, (1024, 768), (3000, 500)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_whole_screen_stands_inside_the_glass_and_touches_two_of_its_edges(size: tuple[int, int]) -> None:
    (left, bottom), (width, height) = stage_in(size)
    assert left >= 0
    assert bottom >= 0
    assert width + 2 * left in (size[0], size[0] - 1)
    assert height + 2 * bottom in (size[1], size[1] - 1)
    assert 0 in (left, bottom)
    assert width / density_of(size) >= 799
    assert height / density_of(size) >= 479


@pytest.mark.parametrize("room", [(1366, 688), (1024, 560), (1920, 1040)])
def test_the_demos_window_fits_on_a_small_laptop(room: tuple[int, int]) -> None:
    window = shrunk_into(with_dock_beside((1280, 800)), room)
    assert (window[0] <= room[0], window[1] <= room[1]) == (True, True)
    assert stage_in(window, with_dock=True)[1][0] > 0.7 * window[0]
