"""What the screens ask for on which a badge is issued anew."""

from __future__ import annotations

from dataclasses import dataclass

from appliance.messages.commands import Command
from appliance.model import StaffId

__all__ = [
    "ChooseHolder",
    "ConfirmBadge",
    "IssueBadge",
    "ShowPin",
]


@dataclass(frozen=True, slots=True)
class IssueBadge(Command):
    """A badge is dead, lost or copied, and two members of staff want to issue it anew."""


@dataclass(frozen=True, slots=True)
class ChooseHolder(Command):
    """Whose badge."""

    staff_id: StaffId


@dataclass(frozen=True, slots=True)
class ConfirmBadge(Command):
    """The badge of the one on the screen."""


@dataclass(frozen=True, slots=True)
class ShowPin(Command):
    """The holder stands here, and nobody else looks."""
