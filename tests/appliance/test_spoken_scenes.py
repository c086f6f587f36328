"""No screen is mute, no reason without words, and nobody is named."""

from __future__ import annotations

import pytest

from appliance.kiosk.voice.announce import everything, phrases_for
from appliance.kiosk.voice.phrases import phrase_of_reason
from appliance.language.voice import TEXTS, spoken
from appliance.model import Devices, Language, PrinterState, Reason, ScannerState
from appliance.model.speech import Phrase
from appliance.status import SettingDate, SignInTrouble, Status
from ui.samples.statuses import statuses

STATUSES: dict[str, Status] = dict(statuses(Language.KM))
SAID_OF_CHANGES = {
    Phrase.RETURNED,
    Phrase.RENEWED,
    Phrase.DECIDED,
    Phrase.SCANNER_FOUND,
    Phrase.GUARD_SCANNER_FOUND,
}
"""Said when something has just happened; tests/flows hear each of them."""
SPEAKING = [name for name, status in STATUSES.items() if not isinstance(status.scene, SettingDate)]
"""All but the date: two members of staff read that to each other."""


@pytest.mark.parametrize("name", SPEAKING)
def test_no_screen_is_mute(name: str) -> None:
    assert phrases_for(STATUSES[name])
    assert everything(STATUSES[name]).phrases


@pytest.mark.parametrize("name", [name for name in STATUSES if "refus" in name])
def test_a_refusal_speaks_every_reason(name: str) -> None:
    status = STATUSES[name]
    assert status.refusal is not None
    assert phrases_for(status) == tuple(map(phrase_of_reason, status.refusal.reasons))


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_phrase(reason: Reason) -> None:
    assert phrase_of_reason(reason) in Phrase


def test_every_sign_in_trouble_sounds_different() -> None:
    troubles = ("", "_wrong", "_locked", "_revoked", "_unknown", "_not_checked")
    shown = [STATUSES[f"guard_sign_in{end}"] for end in troubles]
    assert len({phrases_for(status) for status in shown}) == len(SignInTrouble) + 1


@pytest.mark.parametrize("state", [state for state in PrinterState if state is not PrinterState.READY])
def test_whoever_asks_is_told_of_every_device_in_trouble(state: PrinterState) -> None:
    devices = Devices(state, ScannerState.LOST, ScannerState.LOST)
    told = everything(Status(1, STATUSES["home"].scene, Language.KM, STATUSES["home"].today, devices)).phrases
    assert told[:3] == (Phrase.HOME_SEARCH, Phrase.SCANNER_LOST, Phrase.GUARD_SCANNER_LOST_TOO)
    assert len(told) == 4


def test_every_phrase_can_be_reached() -> None:
    """A phrase that no screen speaks would be recorded for nothing."""
    spoken_by_screens = {phrase for status in STATUSES.values() for phrase in everything(status).phrases}
    assert set(Phrase) - spoken_by_screens == SAID_OF_CHANGES


@pytest.mark.parametrize("language", Language)
def test_every_phrase_has_words_in_every_language(language: Language) -> None:
    assert set(TEXTS) == set(Phrase)
    words = {phrase: spoken(phrase, language) for phrase in Phrase}
    assert all(words.values())
    assert not any("\u200b" in text or "{" in text for text in words.values())
    if language is not Language.EN:
        assert [phrase for phrase in Phrase if words[phrase] == TEXTS[phrase]] == []
