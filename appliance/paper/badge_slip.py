"""A new badge, on the roll: to be cut out and put into the holder's sleeve. The PIN is never on paper."""

from __future__ import annotations

from dataclasses import dataclass, field

from appliance.language.numerals import digits
from appliance.language.words import N_, translator
from appliance.model import Language, RequestId, Role, Staff
from appliance.paper.slip import Code, Gap, Pictogram, Ruler, Size, Slip, Text

DOMAIN = "slips"
NO_LOANS = RequestId(-1)
"""No request has it, and no test slip: the answer to it is the answer to a badge."""
_ROLES = {
    Role.GUARD: ("guard", N_("Guard")),
    Role.LIBRARIAN: ("librarian", N_("Librarian")),
    Role.TECHNICIAN: ("technician", N_("Technician")),
}


@dataclass(frozen=True, slots=True)
class BadgeSlipFacts:
    """What a badge on paper tells; `print` counts the badges that were given to the printer."""

    holder: Staff
    site_name: str
    code: str = field(repr=False)
    print: int = 1


def badge_slip(facts: BadgeSlipFacts) -> Slip:
    """The badge in its holder's language."""
    language: Language = facts.holder.language
    _ = translator(language, DOMAIN)
    picture, role = _ROLES[facts.holder.role]
    number = digits(f"{facts.holder.number:04}", language)
    lines = (
        Ruler(),
        Text(facts.site_name, bold=True, centred=True),
        Pictogram(picture, f"{_(role)} {number}", Size.LARGE),
        Text(facts.holder.name, Size.LARGE, bold=True, centred=True),
        Gap(),
        Code(facts.code),
        Text(_("The old badge is dead. Tell nobody your PIN."), Size.SMALL, centred=True),
        Ruler(),
    )
    return Slip(NO_LOANS, language, lines, facts.print)
