"""What a keyboard is, before any widget: pages of rows of keys."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

DOTTED_CIRCLE = "◌"


class KeyKind(StrEnum):
    """Which colour a key has, so that the eye finds the group before the letter."""

    LETTER = "letter"
    SIGN = "sign"
    DIGIT = "digit"


@dataclass(frozen=True, slots=True)
class Key:
    """One key: the text it types and the text drawn on it."""

    types: str
    shows: str
    kind: KeyKind = KeyKind.LETTER


@dataclass(frozen=True, slots=True)
class Page:
    """Rows of keys shown together. `tab` is drawn on the keys that lead here.

    From a `brief` page one key is typed and the first page comes back, as with a shift key.
    """

    name: str
    tab: str
    rows: tuple[tuple[Key, ...], ...]
    brief: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole keyboard; its first page is the one it opens with. `tab` leads here from another layout."""

    name: str
    tab: str
    pages: tuple[Page, ...]

    def page(self, name: str) -> Page:
        """The page called `name`. Raises KeyError."""
        for page in self.pages:
            if page.name == name:
                return page
        raise KeyError(name)

    def every_key(self) -> Iterable[Key]:
        """Every key of every page."""
        return (key for page in self.pages for row in page.rows for key in row)


def letters(text: str, kind: KeyKind = KeyKind.LETTER) -> tuple[Key, ...]:
    """A key for each character of `text`, drawn as itself; spaces only part the groups for the eye."""
    return tuple(Key(character, character, kind) for character in text if character != " ")


def signs(*texts: str) -> tuple[Key, ...]:
    """A key for each sign, drawn around a dotted circle because it cannot stand alone."""
    return tuple(Key(text, DOTTED_CIRCLE + text, KeyKind.SIGN) for text in texts)
