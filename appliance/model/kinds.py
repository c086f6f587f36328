"""The closed lists: languages, shelves, kinds of readers and of copies."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """A language the kiosk speaks, by its ISO 639-1 code; Khmer first."""

    KM = "km"
    EN = "en"
    FR = "fr"


class Shelf(StrEnum):
    """The twelve shelves: the ten Dewey classes as Cambodian libraries name them, stories and textbooks."""

    GENERAL = "general"
    PHILOSOPHY = "philosophy"
    RELIGION = "religion"
    SOCIETY = "society"
    LANGUAGE = "language"
    SCIENCE = "science"
    TECHNOLOGY = "technology"
    ARTS = "arts"
    LITERATURE = "literature"
    STORIES = "stories"
    HISTORY = "history"
    TEXTBOOKS = "textbooks"


class ReaderCategory(StrEnum):
    """Who borrows, as far as the policy cares."""

    ADULT = "adult"
    YOUNG = "young"
    LEARNER = "learner"
    STAFF = "staff"


class CopyKind(StrEnum):
    """What is lent, as far as the policy cares; a reference copy stays in the reading room."""

    BOOK = "book"
    PICTURE_BOOK = "picture_book"
    TEXTBOOK = "textbook"
    REFERENCE = "reference"


class CopyState(StrEnum):
    """Whether a copy is in use at all."""

    IN_USE = "in_use"
    LOST = "lost"
    WITHDRAWN = "withdrawn"


class Returns(StrEnum):
    """Whom a site believes that a copy is back."""

    TRUSTED = "trusted"
    """Whoever scans its label at the return."""
    CONFIRMED = "confirmed"
    """Staff who saw it; until then it counts as the reader's, who loses nothing by it."""


class Availability(StrEnum):
    """What a reader can expect of a title or a copy right now."""

    AVAILABLE = "available"
    TO_BE_SHELVED = "to_be_shelved"
    """Brought back, and not yet seen by staff."""
    ASKED_FOR = "asked_for"
    """In a request that waits for approval: nobody has it yet."""
    ON_LOAN = "on_loan"
    READING_ROOM = "reading_room"
    ABSENT = "absent"


class Avatar(StrEnum):
    """The picture that stands for a reader who may not read names."""

    ELEPHANT = "elephant"
    RABBIT = "rabbit"
    FISH = "fish"
    BIRD = "bird"
    COW = "cow"
    TURTLE = "turtle"
    BUTTERFLY = "butterfly"
    FLOWER = "flower"
    TREE = "tree"
    BOAT = "boat"
    SUN = "sun"
    STAR = "star"


class Role(StrEnum):
    """What a member of staff may do."""

    LIBRARIAN = "librarian"
    GUARD = "guard"
    TECHNICIAN = "technician"
