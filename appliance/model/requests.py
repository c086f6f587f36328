"""Requests for approval, and what became of each copy in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from appliance.model.things import Copy, CopyId, Reader, RequestId


class RequestState(StrEnum):
    """What became of a request; every state but WAITING is final."""

    WAITING = "waiting"
    APPROVED = "approved"
    """At least one of its copies was lent."""
    DECLINED = "declined"
    TAKEN_BACK = "taken_back"
    """By the reader, or because all its copies were put back."""
    LAPSED = "lapsed"
    """Nobody decided it within twelve hours."""


class LineEnd(StrEnum):
    """Why a copy of a request was not lent."""

    DECLINED = "declined"
    """With the whole request, and no reason given."""
    NOT_HERE = "not_here"
    """The guard looked for it: it is not with the reader."""
    DAMAGED = "damaged"
    """The guard says that it must be mended first."""
    NOT_ALLOWED = "not_allowed"
    """The guard says that this reader may not have this book."""
    NO_LONGER = "no_longer"
    """The rules said no when it was to be lent: another reader, a limit, a withdrawn copy …"""
    PUT_BACK = "put_back"
    """It was scanned at the return before anybody decided."""
    LAPSED = "lapsed"
    """Nobody decided in time."""


@dataclass(frozen=True, slots=True)
class RequestLine:
    """A copy of a request that waits no longer. `why` is None where it was lent."""

    copy: Copy
    why: LineEnd | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """A loan waiting for approval: one reader, the copies in their basket that still wait."""

    id: RequestId
    reader: Reader
    copies: tuple[Copy, ...]
    asked_at: datetime
    ended: tuple[RequestLine, ...] = ()
    """Its other copies."""


@dataclass(frozen=True, slots=True)
class LineMark:
    """At the guard's desk: this copy of this request is not to be lent, and why not."""

    request_id: RequestId
    copy_id: CopyId
    why: LineEnd


@dataclass(frozen=True, slots=True)
class RequestNews:
    """A request that its reader has not yet been told of, or whose titles they cannot ask for just now."""

    request_id: RequestId
    state: RequestState
    lines: tuple[RequestLine, ...]
    untold: bool
    cools_until: date | None
