"""A loan, a copy and a title with what the rules say of each: what lists on screens are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from appliance.model.kinds import Availability
from appliance.model.things import Copy, Loan, Title


@dataclass(frozen=True, slots=True)
class LoanLine:
    """A loan as its reader sees it."""

    loan: Loan
    may_renew: bool
    """Whether renewing it today would be granted."""
    renewals_left: int
    days_left: int
    """Negative when overdue."""
    days_gained: int = 0
    """By how many days renewing it today would move the due date."""
    renew_from: date | None = None
    """The first day on which it may be renewed, where that is still to come."""


@dataclass(frozen=True, slots=True)
class CopyLine:
    """A copy of a title and where it is; `due_on` when it is on loan."""

    copy: Copy
    availability: Availability
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A search result: a title and what can be expected of its best copy."""

    title: Title
    availability: Availability
