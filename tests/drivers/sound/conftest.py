"""A sound card that writes what it is given into a file: ALSA's own `file` plug-in over its `null` one."""

from __future__ import annotations

from pathlib import Path

import pytest

CARD = """
pcm.nothing {{ type null }}
pcm.kept {{ type file file "|cat >> {kept}" format "raw" slave.pcm "nothing" }}
pcm.!default {{ type plug slave {{ pcm "kept" format S16_LE rate 22050 channels 1 }} }}
"""


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """What the card was given: mono, 22.05 kHz, 16 bits."""
    return tmp_path / "kept.raw"


@pytest.fixture
def card(tmp_path: Path, kept: Path) -> Path:
    """ALSA's configuration with that one card."""
    path = tmp_path / "asound.conf"
    path.write_text(CARD.format(kept=kept), encoding="utf-8")
    return path
