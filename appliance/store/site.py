"""What belongs to the site as a whole: its name, zone, card key and policy; and how a new library begins."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import apsw

from appliance.lending.policy import FIRST_MATRIX, SITE_RULES, Matrix, Policy
from appliance.model import CopyKind, Language, ReaderCategory, Returns, Rule
from appliance.model.journal_events import LibraryBegun, SettingChanged
from appliance.people.cards import KEY_BYTES
from appliance.store import journal

if TYPE_CHECKING:
    from appliance.store.register import Register


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """`name` by language, the civil time zone, the key of cards and badges, and the policy."""

    names: Mapping[Language, str]
    zone: ZoneInfo
    card_key: bytes
    policy: Policy
    is_demo: bool


_POLICY = "SELECT category, kind, loan_days, copies, renewals, needs_approval FROM policy"

DEFAULT_NAMES: Mapping[Language, str] = {
    Language.KM: "បណ្ណាល័យ មជ្ឈមណ្ឌលអប់រំ",
    Language.EN: "Library and Education Centre",
    Language.FR: "Bibliothèque – Centre d’éducation",
}


class StoredSite:
    """The settings of one library: read at every start, in SQL; given once, over the register."""

    def __init__(self, connection: apsw.Connection, register: Callable[[], Register]) -> None:
        self._connection = connection
        self._register = register

    def begin(
        self,
        at: datetime,
        *,
        names: Mapping[Language, str] = DEFAULT_NAMES,
        zone: str = "Asia/Phnom_Penh",
        matrix: Matrix = FIRST_MATRIX,
        returns: Returns = Returns.TRUSTED,
        is_demo: bool = False,
    ) -> None:
        """Give a new library its settings and the journal its first row. The caller holds the transaction."""
        values: dict[str, str | bytes | int] = {f"name_{language}": names[language] for language in Language}
        values |= {"zone": zone, "card_key": secrets.token_bytes(KEY_BYTES), "is_demo": int(is_demo)}
        values["returns"] = returns
        register = self._register()
        register.add_settings(values)
        register.add_policy(matrix)
        journal.append(self._connection, at, LibraryBegun(secrets.token_hex(16), is_demo))

    def has_begun(self) -> bool:
        found = self._connection.execute("SELECT 1 FROM site WHERE name = 'card_key'").fetchone()
        return found is not None

    def settings(self) -> SiteSettings:
        """The settings as they are now."""
        rows: Any = self._connection.execute("SELECT name, value FROM site")
        values = dict(rows)
        return SiteSettings(
            {language: values[f"name_{language}"] for language in Language},
            ZoneInfo(values["zone"]),
            values["card_key"],
            Policy(self._matrix(), **_decided(values)),
            bool(values["is_demo"]),
        )

    def change_rule(self, name: str, value: Returns | int, at: datetime) -> None:
        """One of `SITE_RULES`, from the next start on. The caller holds the transaction."""
        self._register().change_setting(name, value)
        journal.append(self._connection, at, SettingChanged(name, str(value)))

    def _matrix(self) -> Matrix:
        return {
            (ReaderCategory(category), CopyKind(kind)): Rule(days, limit, renewals, bool(needs_approval))
            for category, kind, days, limit, renewals, needs_approval in self._connection.execute(_POLICY)
        }


def _decided(values: Mapping[str, Any]) -> dict[str, Any]:
    """What the site says of its rules; the others are as `Policy` has them, as in older libraries."""
    return {name: is_a(values[name]) for name, is_a in SITE_RULES.items() if name in values}
