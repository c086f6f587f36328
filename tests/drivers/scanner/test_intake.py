"""What a scan goes through before the core hears of it."""

from __future__ import annotations

import random

import pytest

from appliance.messages import Message, Scanned, ScanProblem, ScanRefused
from appliance.model import Side
from drivers.scanner.framing import Frame, Framer
from drivers.scanner.intake import MOST_A_SECOND, Intake

_MUTATED = 100_000


class Core:
    def __init__(self) -> None:
        self.heard: list[Message] = []


def takes(*frames: Frame, every_s: float = 1.0) -> list[Message]:
    core, intake = Core(), Intake(Side.GUARD)
    for number, frame in enumerate(frames):
        intake.take(frame, number * every_s, core.heard.append)
    return core.heard


def test_a_code_is_posted_with_the_side_it_came_from() -> None:
    assert takes(b"]C0B1") == [Scanned("]C0B1", Side.GUARD)]


@pytest.mark.parametrize("frame", [b"B1\x00", b"\x1b@", b"B\x7f", "ទុំទាវ".encode(), b"\xff", b"a\tb"])
def test_what_is_not_printable_ascii_is_not_text(frame: bytes) -> None:
    assert takes(frame) == [ScanRefused(ScanProblem.NOT_TEXT, Side.GUARD)]


def test_what_the_framing_refused_stays_refused() -> None:
    assert takes(ScanProblem.TOO_LONG) == [ScanRefused(ScanProblem.TOO_LONG, Side.GUARD)]


def test_a_flood_is_refused_once_and_what_comes_after_it_is_read() -> None:
    heard = takes(*[b"B1"] * 200, every_s=0.01)
    read = heard.count(Scanned("B1", Side.GUARD))
    told = heard.count(ScanRefused(ScanProblem.TOO_FAST, Side.GUARD))
    assert read <= 2 * MOST_A_SECOND
    assert told <= 2
    assert len(heard) == read + told


def test_five_a_second_are_not_a_flood() -> None:
    assert takes(*[b"B1"] * 50, every_s=1.01 / MOST_A_SECOND) == [Scanned("B1", Side.GUARD)] * 50


def test_what_was_refused_is_counted_by_reason() -> None:
    intake = Intake(Side.READER)
    for number, frame in enumerate((b"B1", b"\x00", b"\x00", ScanProblem.TOO_LONG)):
        intake.take(frame, number, lambda _: None)
    assert intake.read == 1
    assert intake.refused == {ScanProblem.NOT_TEXT: 2, ScanProblem.TOO_LONG: 1}


def mutated(chance: random.Random) -> bytes:
    """A scan as it should be, with some of it cut, doubled, glued or made noise."""
    sent = bytearray(
        chance.choice([b"R000123ABCDEF\r", b"\x02B00001\x03", b"]E39789996301766\r\n", b"L0000042K\t"])
    )
    for _ in range(chance.randrange(5)):
        at = chance.randrange(len(sent) + 1)
        match chance.randrange(4):
            case 0:
                sent[at:at] = bytes([chance.randrange(256)])
            case 1:
                del sent[at : at + chance.randrange(6)]
            case 2:
                sent[at:at] = sent
            case _:
                sent[at:at] = chance.randbytes(chance.randrange(100))
    return bytes(sent)


def test_a_hundred_thousand_broken_scans_give_only_codes_and_reasons() -> None:
    chance = random.Random(3)
    framer, intake, core = Framer(), Intake(Side.READER), Core()
    for number in range(_MUTATED):
        for frame in framer.feed(mutated(chance), number * 0.3):
            intake.take(frame, number * 0.3, core.heard.append)
    codes = [message.code for message in core.heard if isinstance(message, Scanned)]
    assert len(codes) > _MUTATED / 10
    assert all(1 <= len(code) <= 64 and code.isascii() and code.isprintable() for code in codes)
    assert {type(message) for message in core.heard} == {Scanned, ScanRefused}
