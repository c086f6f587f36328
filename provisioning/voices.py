"""English and French spoken by espeak-ng into `appliance/language/voice/made/<language>/<phrase>.wav`.

espeak-ng 1.51 has no Khmer voice, and no package with one was found: people record it (docs/voice.md).
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

VOICE = Path(__file__).resolve().parents[1] / "appliance" / "language" / "voice"
MADE = VOICE / "made"
WORDS_A_MINUTE = 135
"""espeak-ng's own 175 are too fast for whoever hears the language seldom."""
VOICES = {"en": "en-gb", "fr": "fr-fr"}
RMS = 0.14
PEAK_MOST = 0.89


def make_voices(say: Callable[[str], None]) -> None:
    """All phrases of each language, when a text or this recipe changed. Without espeak-ng, a word instead."""
    if shutil.which("espeak-ng") is None:
        say("espeak-ng is not installed: English and French are not spoken")
        return
    for language, voice in VOICES.items():
        stamp = MADE / language / "made-from.txt"
        made_from = _fingerprint(language)
        if stamp.exists() and stamp.read_text(encoding="utf-8") == made_from:
            continue
        shutil.rmtree(MADE / language, ignore_errors=True)
        (MADE / language).mkdir(parents=True)
        say(f"spoke {_speak_all(language, voice)} phrases in {language}")
        stamp.write_text(made_from, encoding="utf-8")


def _speak_all(language: str, voice: str) -> int:
    from appliance.language.voice import spoken
    from appliance.model import Language
    from appliance.model.speech import Phrase

    for phrase in Phrase:
        _speak(spoken(phrase, Language(language)), voice, MADE / language / f"{phrase}.wav")
    return len(Phrase)


def _speak(text: str, voice: str, path: Path) -> None:
    """One phrase, as loud as every other one. Raises CalledProcessError."""
    from drivers.sound.clips import normalised, read_wav, write_wav

    command = ["espeak-ng", "-v", voice, "-s", str(WORDS_A_MINUTE), "-w", str(path), "--", text]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own texts
    write_wav(path, normalised(read_wav(path), RMS, PEAK_MOST))


def _fingerprint(language: str) -> str:
    """What the recordings depend on: this recipe, the English texts and their translations."""
    recipe = hashlib.sha256()
    catalogue = VOICE.parent / "locale" / language / "LC_MESSAGES" / "voice.po"
    words = (*sorted(VOICE.glob("*.py")), VOICE.parent / "refusals.py")
    catalogues = (catalogue, catalogue.with_name("refusals.po"))
    for part in (Path(__file__), *words, *catalogues):
        recipe.update(part.read_bytes() if part.exists() else b"")
    return recipe.hexdigest() + "\n"
