"""Honeywell scanners' own settings, given anew at each start and read back: printed codes can change them.

Format from the "Serial Programming Commands" chapters of Honeywell's user guides (2020, Xenon, N3680): a
command is SYN M CR, a tag of three letters, a subtag of three, data, and `!` for memory that forgets at
power-off (`.` wears out the flash). `?` in the place of data asks. The answer repeats the command with ACK,
NAK (data out of range) or ENQ (no such tag) before its last character.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

_MENU = b"\x16M\r"
_ACK = b"\x06"
_ANSWER_S = 1.0
_ANSWER_MOST = 256


@dataclass(frozen=True, slots=True)
class Setting:
    """A tag with its subtag, and the data it is to have."""

    name: str
    value: str


WANTED = (
    Setting("SUFBK2", "990D"),  # every symbology (99) ends with CR
    Setting("PREBK2", "995C81"),  # every symbology begins with its AIM identifier
    Setting("128ENA", "1"),  # Code 128: our cards and labels
    Setting("E13ENA", "1"),  # EAN-13: publishers' ISBN
    Setting("QRCENA", "1"),  # QR: our slips
)


def command(setting: Setting) -> bytes:
    """Set it until power-off."""
    return _MENU + f"{setting.name}{setting.value}!".encode("ascii")


def question(setting: Setting) -> bytes:
    """Ask what it is now."""
    return _MENU + f"{setting.name}?!".encode("ascii")


def keeps(setting: Setting, answer: bytes) -> bool:
    """Whether the answer to `question` says that the scanner has what was asked."""
    return answer.upper().endswith(f"{setting.name}{setting.value}".encode("ascii") + _ACK + b"!")


def differing(
    write: Callable[[bytes], None], read: Callable[[float], bytes], wanted: tuple[Setting, ...] = WANTED
) -> tuple[str, ...]:
    """Give a scanner its settings and read them back; the names of those that it does not keep.

    `write` and `read` are those of a `SerialLine`; a scanner that does not answer within a second keeps none.
    """
    for setting in wanted:
        write(command(setting))
        if not _answer(read):
            return tuple(setting.name for setting in wanted)
    return tuple(setting.name for setting in wanted if not _is_kept(setting, write, read))


def _is_kept(setting: Setting, write: Callable[[bytes], None], read: Callable[[float], bytes]) -> bool:
    write(question(setting))
    return keeps(setting, _answer(read))


def _answer(read: Callable[[float], bytes]) -> bytes:
    """Up to the `!` that ends it, or what came within a second."""
    answer = b""
    until_s = monotonic() + _ANSWER_S
    while not answer.endswith(b"!") and len(answer) < _ANSWER_MOST:
        left_s = until_s - monotonic()
        if left_s <= 0:
            break
        answer += read(left_s)
    return answer
