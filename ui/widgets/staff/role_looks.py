"""How each role is shown: its picture and its word."""

from __future__ import annotations

from appliance.language.words import N_
from appliance.model import Role

ROLE_LOOKS: dict[Role, tuple[str, str]] = {
    Role.GUARD: ("guard", N_("Guard")),
    Role.LIBRARIAN: ("librarian", N_("Librarian")),
    Role.TECHNICIAN: ("technician", N_("Technician")),
}
