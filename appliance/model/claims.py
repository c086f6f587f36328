"""What a spoken phrase claims of the picture, so that it can be held against it. See `speech.Phrase`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from appliance.model.devices import Side


class Thing(StrEnum):
    """What is held under a scanner."""

    CARD = "card"
    BADGE = "badge"
    BOOK = "book"


@dataclass(frozen=True, slots=True)
class AsksForScan:
    """A scan of this means something on the screen. `side` None: at whichever scanner there is."""

    thing: Thing
    side: Side | None = Side.READER


@dataclass(frozen=True, slots=True)
class OffersScans:
    """What is offered ends in a scan at the reader's side, one screen on."""


class Colour(StrEnum):
    """The colours that a voice names."""

    GREEN = "green"


@dataclass(frozen=True, slots=True)
class NamesButton:
    """There is such a button and it can be touched: `sign` is the pictogram on it."""

    sign: str
    colour: Colour | None = None


@dataclass(frozen=True, slots=True)
class AsksForPin:
    """Digits are taken."""


class SlipTold(StrEnum):
    """How far a slip is said to have come; the values are those of `status.SlipProgress`."""

    WAITING = "waiting"
    PRINTED = "printed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class TellsOfSlip:
    """The slip of the loan on the screen has come so far."""

    told: SlipTold


@dataclass(frozen=True, slots=True)
class TellsOfScanner:
    """A scanner is lost, or is there."""

    side: Side
    lost: bool


Claim = AsksForScan | OffersScans | NamesButton | AsksForPin | TellsOfSlip | TellsOfScanner
