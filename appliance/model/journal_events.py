"""Everything the journal tells of: one type for each kind of row, named for what happened.

What happens to the unit itself stands in `unit_events.py`, to its dates in `date_events.py`, to badges and
PINs in `staff_events.py`, and to loans, requests and slips in `lending_events.py`.

A row's `kind` is the type's name in small letters with underscores, or what its `kind` says where older
journals call it otherwise; its `body` is the fields by their names. So no kind can be misspelt, and neither a
name nor a field may be changed once a journal holds it: `docs/formats.md` is made of this.

Ids are those of the library's tables. No field ever holds a reader's name, a title or a code.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import get_args

from appliance.model.date_events import ClockBelieved, DateLookedAt, LoanMended, RequestMended
from appliance.model.lending_events import (
    Approved,
    Asked,
    BroughtBack,
    Declined,
    Found,
    Lapsed,
    Lent,
    LineEnded,
    Renewed,
    Returned,
    Shelved,
    SlipAskedAgain,
    SlipDropped,
    SlipFailed,
    SlipUnsure,
    TakenBack,
)
from appliance.model.staff_events import BadgeReissued, BadgeRevoked, PinTried, SignedIn, WrongPin
from appliance.model.unit_events import (
    BenchVisited,
    ClockNoted,
    Crashed,
    DateSet,
    DayClosed,
    DriverFailed,
    ForgedCode,
    JobFailed,
    LibraryChecked,
    PinNotChecked,
    RoomAgain,
    ScanRefused,
    Started,
    Stopped,
    Unforeseen,
)

JSON = str | int | float | bool | None | list["JSON"] | dict[str, "JSON"]


@dataclass(frozen=True, slots=True)
class LibraryBegun:
    """The first row: the unit's own number, 32 hexadecimal digits drawn by lot."""

    unit: str
    demo: bool


@dataclass(frozen=True, slots=True)
class ReaderAdded:
    """A new reader."""

    reader: int


@dataclass(frozen=True, slots=True)
class StaffAdded:
    """A new member of staff."""

    staff: int


@dataclass(frozen=True, slots=True)
class CatalogueKept:
    """A batch of an import was kept; `source` is the name of the file."""

    source: str
    added: int
    changed: int
    copies_added: int


@dataclass(frozen=True, slots=True)
class SettingChanged:
    """What the site has decided for all its readers was changed; `name` as in the table `site`."""

    name: str
    value: str


# fmt: off
JournalEvent = (
    LibraryBegun | ReaderAdded | StaffAdded | CatalogueKept | SettingChanged
    | Asked | Approved | Declined | TakenBack | Lapsed | LineEnded
    | Lent | Renewed | Returned | BroughtBack | Shelved | Found
    | SlipDropped | SlipFailed | SlipUnsure | SlipAskedAgain
    | PinTried | WrongPin | BadgeRevoked | SignedIn | ClockNoted | DateSet
    | BadgeReissued | ClockBelieved | DateLookedAt | LoanMended | RequestMended
    | PinNotChecked | JobFailed | LibraryChecked | DayClosed | ForgedCode
    | BenchVisited | DriverFailed | ScanRefused | Unforeseen | RoomAgain | Started | Stopped | Crashed
)
# fmt: on


def _kind(event: type[JournalEvent]) -> str:
    return getattr(event, "kind", None) or re.sub(r"(?<!^)(?=[A-Z])", "_", event.__name__).lower()


KINDS: Mapping[str, type[JournalEvent]] = {_kind(event): event for event in get_args(JournalEvent)}
"""What each kind of row tells, in the order of the union."""
_KIND_OF: Mapping[type, str] = {event: kind for kind, event in KINDS.items()}
_FIELDS: Mapping[type, tuple[str, ...]] = {
    event: tuple(field.name for field in fields(event)) for event in KINDS.values()
}


def kind_of(event: JournalEvent) -> str:
    """What its row is called."""
    return _KIND_OF[type(event)]


def body_of(event: JournalEvent) -> dict[str, JSON]:
    """The fields by their names, as JSON holds them."""
    return {name: _as_json(getattr(event, name)) for name in _FIELDS[type(event)]}


def _as_json(value: object) -> JSON:
    match value:
        case str() | int() | float() | None:
            return value
        case date():
            return value.isoformat()
        case tuple():
            return [_as_json(one) for one in value]
        case Mapping():
            return {str(name): _as_json(one) for name, one in value.items()}
        case ClockNoted():
            return dict(body_of(value))
    raise TypeError(type(value).__name__)
