"""A slip as a value: what is on the paper, top to bottom, before any printer is known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from appliance.model import Language, RequestId


class Size(StrEnum):
    """Letter sizes a reader can tell apart at arm's length."""

    SMALL = "small"
    BODY = "body"
    LARGE = "large"
    HUGE = "huge"


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; wrapped at word ends to the paper's width by whoever draws it."""

    text: str
    size: Size = Size.BODY
    bold: bool = False
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Pictogram:
    """A picture by its name in `appliance.language.pictograms.PICTOGRAMS`, with a line of text beside it."""

    name: str
    text: str
    size: Size = Size.BODY
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Ruler:
    """A line across the paper."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code to scan, with the same text readable below."""

    text: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty paper, in millimetres."""

    height_mm: int = 2


Line = Text | Pictogram | Ruler | Code | Gap


@dataclass(frozen=True, slots=True)
class Slip:
    """One piece of paper. `request_id` says whose loans are on it, also in messages.

    `print` counts how often it was asked for; the answer to one print is never taken for another's.
    """

    request_id: RequestId
    language: Language
    lines: tuple[Line, ...]
    print: int = 1
