"""The voice never contradicts the picture: every phrase says beside itself what it claims, and it is so."""

from __future__ import annotations

import re
from dataclasses import replace
from inspect import getsource

import pytest

from appliance.kiosk.voice.announce import everything
from appliance.language.voice import TEXTS, spoken
from appliance.model import Devices, Language, ScannerState, speech
from appliance.model.claims import AsksForPin, AsksForScan, Colour, NamesButton, OffersScans, TellsOfSlip
from appliance.model.speech import NOTHING, Phrase
from appliance.status import SlipProgress, Status
from tests.flows.claims import untrue
from ui.samples.statuses import statuses

STATUSES: dict[str, Status] = dict(statuses(Language.EN))
LOST, READY = ScannerState.LOST, ScannerState.READY
GREEN = {Language.EN: r"\bgreen\b", Language.FR: r"\bverte?\b", Language.KM: "បៃតង"}
COLOURS = r"green|blue|red button|teal|amber|brown|orange|yellow|grey|white|black|purple"


@pytest.mark.parametrize("name", STATUSES)
@pytest.mark.parametrize(
    ("reader", "guard"), [(READY, READY), (LOST, READY), (READY, LOST), (LOST, LOST)], ids=str
)
def test_what_each_screen_says_is_so_with_any_scanner_pulled(
    name: str, reader: ScannerState, guard: ScannerState
) -> None:
    status = STATUSES[name]
    devices = replace(status.devices, scanner=reader, guard_scanner=guard)
    shown = replace(status, devices=devices)
    assert untrue(everything(shown).phrases, shown) == []


@pytest.mark.parametrize("name", STATUSES)
def test_what_each_screen_of_the_gallery_says_is_so(name: str) -> None:
    assert untrue(everything(STATUSES[name]).phrases, STATUSES[name]) == []


def test_a_phrase_without_its_claims_cannot_be_made() -> None:
    source = getsource(speech)
    assert 'ATTRACT = "attract", NOTHING' in source
    careless = source.replace('ATTRACT = "attract", NOTHING', 'ATTRACT = "attract"')
    with pytest.raises(TypeError, match="claims"):
        exec(compile(careless, "speech.py", "exec"), {"__name__": "careless"})


@pytest.mark.parametrize("phrase", Phrase)
def test_whoever_asks_for_a_scan_or_names_a_button_claims_so(phrase: Phrase) -> None:
    """What the words say, read in the English: whoever changes them changes the claims as well."""
    text = TEXTS[phrase]
    claims = {type(claim) for claim in phrase.claims}
    named = [claim for claim in phrase.claims if isinstance(claim, NamesButton)]
    assert bool(re.search(r"\bscan\b|scans a badge", text, re.I)) is (AsksForScan in claims), text
    assert bool(re.search(r"\btouch (?!the screen)|Approve or decline", text, re.I)) is bool(named), text
    assert bool(re.search("Enter|Try again", text)) is (AsksForPin in claims), text
    assert bool(re.search(COLOURS, text)) is any(claim.colour for claim in named), text
    assert bool(re.search(r"[Yy]our slip|no slip", text)) is (TellsOfSlip in claims), text


@pytest.mark.parametrize("phrase", Phrase)
@pytest.mark.parametrize("language", Language)
def test_each_language_names_the_same_colours_and_asks_for_the_same_scans(
    phrase: Phrase, language: Language
) -> None:
    text = spoken(phrase, language)
    greens = [
        claim for claim in phrase.claims if isinstance(claim, NamesButton) and claim.colour is Colour.GREEN
    ]
    assert bool(re.search(GREEN[language], text)) is bool(greens), text
    if any(isinstance(claim, AsksForScan) for claim in phrase.claims):
        assert {Language.EN: "can", Language.FR: "cann", Language.KM: "ស្កេន"}[language] in text


def test_every_claim_that_a_scanner_matters_for_is_made_by_somebody() -> None:
    made = {type(claim) for phrase in Phrase for claim in phrase.claims}
    assert {AsksForScan, OffersScans, NamesButton, AsksForPin, TellsOfSlip} <= made
    assert Phrase.DECIDED.claims == NOTHING


def test_what_is_told_of_a_slip_is_what_a_status_can_show() -> None:
    told = {
        claim.told.value for phrase in Phrase for claim in phrase.claims if isinstance(claim, TellsOfSlip)
    }
    assert told <= {progress.value for progress in SlipProgress}


def test_devices_are_told_of_with_a_scanner_or_without() -> None:
    assert everything(replace(STATUSES["home"], devices=Devices(scanner=LOST))).phrases == (
        Phrase.HOME_SEARCH,
        Phrase.SCANNER_LOST,
    )
