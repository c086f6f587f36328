"""What the core needs to remember of slips."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from appliance.model import Language, RequestId


class SlipState(StrEnum):
    """What became of a slip that was asked for."""

    WAITING = "waiting"
    """Not a byte of it went to the printer."""
    PRINTING = "printing"
    """With the printer: after a sudden end nobody knows whether it came out."""
    PRINTED = "printed"
    FAILED = "failed"
    """Begun, and did not come out whole."""
    DROPPED = "dropped"
    """It waited so long that it would have come out before somebody else."""
    UNSURE = "unsure"
    """It may have come out or not; it is printed again only when it is asked for."""


@dataclass(frozen=True, slots=True)
class SlipAsked:
    """A slip of a request's loans; `print` counts from 1, and more for each time it was asked for anew."""

    request_id: RequestId
    print: int
    asked_at: datetime
    language: Language | None = None
    """What the reader had touched; without it the slip speaks as their card does."""


class Slips(Protocol):
    """Every slip that was ever asked for; changes belong into a `transaction`."""

    def ask(self, asked: SlipAsked, state: SlipState) -> None: ...

    def becomes(self, asked: SlipAsked, state: SlipState) -> None: ...

    def unfinished(self, state: SlipState) -> tuple[SlipAsked, ...]:
        """Those WAITING or PRINTING, as `state` says, oldest first."""
        ...

    def last(self, request_id: RequestId) -> tuple[SlipAsked, SlipState] | None:
        """The latest print of it, if it was ever asked for."""
        ...

    def one(self, request_id: RequestId, print: int) -> tuple[SlipAsked, SlipState] | None:
        """One print of it, if it was asked for so often."""
        ...

    def may_lack_key(self, request_id: RequestId) -> bool:
        """Whether that slip is of the time when the codes on slips had no key yet."""
        ...
