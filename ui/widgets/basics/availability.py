"""What a reader can expect of a book, said by picture, word and colour, never by colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from appliance.language.words import N_
from appliance.model import Availability


@dataclass(frozen=True, slots=True)
class AvailabilityLook:
    """`words` is the English msgid; `colour` has 4.5 to 1 on paper and on white."""

    picture: str
    words: str
    colour: str


AVAILABILITY_LOOKS: dict[Availability, AvailabilityLook] = {
    Availability.AVAILABLE: AvailabilityLook("approved", N_("On the shelf"), "#1B6B3A"),
    Availability.TO_BE_SHELVED: AvailabilityLook("return", N_("Being put back"), "#8A5003"),
    Availability.ASKED_FOR: AvailabilityLook("wait", N_("Asked for"), "#8A5003"),
    Availability.ON_LOAN: AvailabilityLook("on_loan", N_("On loan"), "#9A4A00"),
    Availability.READING_ROOM: AvailabilityLook("reading_room", N_("Read here"), "#2A5599"),
    Availability.ABSENT: AvailabilityLook("absent", N_("Not here"), "#5A6066"),
}
