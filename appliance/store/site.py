"""What belongs to the site as a whole: its name, zone, card key and policy; and how a new library begins."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import apsw

from appliance.lending.policy import FIRST_MATRIX, Matrix, Policy
from appliance.model import CopyKind, Language, ReaderCategory, Rule
from appliance.people.cards import KEY_BYTES
from appliance.store import journal
from appliance.store.tables import PolicyRow, Site


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """`name` by language, the civil time zone, the key of cards and badges, and the policy."""

    names: Mapping[Language, str]
    zone: ZoneInfo
    card_key: bytes
    policy: Policy
    is_demo: bool


DEFAULT_NAMES: Mapping[Language, str] = {
    Language.KM: "បណ្ណាល័យ មជ្ឈមណ្ឌលអប់រំ",
    Language.EN: "Library and Education Centre",
    Language.FR: "Bibliothèque – Centre d’éducation",
}


def begin(
    connection: apsw.Connection,
    at: datetime,
    *,
    names: Mapping[Language, str] = DEFAULT_NAMES,
    zone: str = "Asia/Phnom_Penh",
    matrix: Matrix = FIRST_MATRIX,
    is_demo: bool = False,
) -> None:
    """Give a new library its settings and the journal its first row. The caller holds the transaction."""
    values: dict[str, str | bytes | int] = {f"name_{language}": names[language] for language in Language}
    values |= {"zone": zone, "card_key": secrets.token_bytes(KEY_BYTES), "is_demo": int(is_demo)}
    for name, value in values.items():
        Site.create(name=name, value=value)
    for (category, kind), rule in matrix.items():
        PolicyRow.create(
            category=category,
            kind=kind,
            loan_days=rule.loan_days,
            copies=rule.limit,
            renewals=rule.renewals,
            needs_approval=int(rule.needs_approval),
        )
    journal.append(connection, at, "library_begun", {"unit": secrets.token_hex(16), "demo": is_demo})


def has_begun() -> bool:
    return Site.get_or_none(Site.name == "card_key") is not None


def settings() -> SiteSettings:
    """The settings as they are now."""
    values = {row.name: row.value for row in Site.select()}
    return SiteSettings(
        {language: values[f"name_{language}"] for language in Language},
        ZoneInfo(values["zone"]),
        values["card_key"],
        Policy(_matrix()),
        bool(values["is_demo"]),
    )


def _matrix() -> Matrix:
    return {
        (ReaderCategory(row.category), CopyKind(row.kind)): Rule(
            row.loan_days, row.copies, row.renewals, bool(row.needs_approval)
        )
        for row in PolicyRow.select()
    }
