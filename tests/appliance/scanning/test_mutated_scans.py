"""A hundred thousand scans that somebody broke, from the bytes a scanner sends to what they are."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from appliance.messages import Message, Scanned, ScanRefused
from appliance.model import Side
from appliance.paper.codes import SlipScan, slip_code
from appliance.people.cards import CardKind, CardScan, card_code
from appliance.scanning.grammar import BookScan, Unusable, read_scan
from drivers.scanner.framing import Framer
from drivers.scanner.intake import Intake

KEY = bytes(range(32))
CARDS = [card_code(KEY, kind, number, 1) for kind in CardKind for number in (7, 123)]
PARTS = [
    *(card.encode() for card in CARDS),
    slip_code(KEY, 42).encode(),
    b"L00000426",
    b"30001000012345",
    b"9789996301766",
    b"978999630176651999",
    b"A31117013206375A",
    b"]C0", b"]C1", b"]E0", b"]E3", b"]A1", b"]F0", b"]X0", b"]z9", b"]",
    b"'; DROP TABLE loan; --",
    b"\x1b@\x1dV\x00",
    b"\x1d\x00\x02\x03\t\r\n",
    "សៀវភៅ\u202e\u200b".encode(),
    b"{0.__class__}%s%n",
    b"9" * 70,
]  # fmt: skip
ENDS = [b"\r", b"\n", b"\r\n", b"\t", b"\x03", b""]
BLNS = Path(__file__).resolve().parents[3] / "../shared/data/hostile/blns.txt"


def what_came_of(sent: bytes, at_s: float, framer: Framer) -> list[Message]:
    """Through framing and a scanner's intake, slow enough that nothing is a flood."""
    heard: list[Message] = []
    for frame in framer.feed(sent, at_s):
        Intake(Side.READER).take(frame, at_s, heard.append)
    return heard


def broken(chance: random.Random) -> bytes:
    """Codes glued, cut, with digits swapped and anything put in between."""
    sent = bytearray(b"".join(chance.choices(PARTS, k=chance.choice((1, 1, 2, 3)))))
    for _ in range(chance.randrange(3)):
        at = chance.randrange(len(sent) + 1)
        match chance.randrange(4):
            case 0:
                sent[at : at + 1] = chance.randbytes(chance.randrange(3))
            case 1:
                sent[at : at + 2] = sent[at : at + 2][::-1]
            case 2:
                del sent[at:]
            case 3:
                sent[at:at] = chance.choice(PARTS)
    return bytes(sent) + chance.choice(ENDS)


def genuine(messages: list[Message]) -> Iterator[str]:
    """Codes that a library with this key would take for somebody's card."""
    for message in messages:
        assert isinstance(message, Scanned | ScanRefused)
        if isinstance(message, Scanned):
            scan = read_scan(message.code)
            assert isinstance(scan, CardScan | SlipScan | BookScan | Unusable)
            if isinstance(scan, CardScan) and scan.is_genuine(KEY, 1):
                yield message.code


@pytest.mark.parametrize("seed", range(10))
def test_ten_thousand_broken_scans_are_answered_and_make_no_card(seed: int) -> None:
    chance, framer = random.Random(seed), Framer()
    marks = ("", "]C0")
    whole = {mark + card for mark in marks for card in CARDS}
    taken: set[str] = set()
    for number in range(10_000):
        taken.update(genuine(what_came_of(broken(chance), number * 1.0, framer)))
    assert taken - whole == set(), f"seed {seed}"
    assert taken, "none was left whole, so nothing was tried"


@pytest.mark.skipif(not BLNS.exists(), reason="the shared material is not here")
def test_naughty_strings_are_no_card() -> None:
    framer = Framer()
    for number, line in enumerate(BLNS.read_bytes().splitlines()):
        assert list(genuine(what_came_of(line + b"\r", number * 1.0, framer))) == []
