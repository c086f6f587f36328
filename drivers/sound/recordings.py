"""Where the voice is: `<folder>/<language>/<phrase>.wav`, the site's own before those made with the kiosk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import appliance.language.voice
from appliance.model import Language
from appliance.model.speech import Phrase
from drivers.sound.clips import Clip, ClipUnreadable, read_wav

MADE = Path(appliance.language.voice.__file__).parent / "made"
"""English and French by a machine (`provisioning/voices.py`); there is no Khmer there."""
SITE_FOLDER = "voice"
"""In the library's folder."""


@dataclass(frozen=True, slots=True)
class Recordings:
    """Recordings in `folders`, the first that has a readable one wins."""

    folders: Sequence[Path]

    def clip(self, phrase: Phrase, language: Language) -> Clip | None:
        """None where nobody recorded it, or it cannot be read: then only the cue is heard."""
        for folder in self.folders:
            try:
                return read_wav(folder / language / f"{phrase}.wav")
            except ClipUnreadable:
                continue
        return None

    def recorded(self, language: Language) -> int:
        """How many of all phrases have a file; whether each can be read, `bce-kiosk voice check` says."""
        return sum(self._has(phrase, language) for phrase in Phrase)

    def _has(self, phrase: Phrase, language: Language) -> bool:
        return any((folder / language / f"{phrase}.wav").is_file() for folder in self.folders)


def recordings_of(library: Path) -> Recordings:
    """For the library in this folder."""
    return Recordings((library / SITE_FOLDER, MADE))
