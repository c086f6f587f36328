"""The copies that a MARC record names: 852 and 952 (MARC21), 995 (UNIMARC, French recommendation)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from appliance.catalogue.entry import CopyEntry
from appliance.catalogue.reading.fields import first
from appliance.model import CopyKind

_REFERENCE = re.compile(r"\b(?:REF|reference|usuel|not for loan|consultation|exclu du pr)", re.IGNORECASE)
_MAY_BE_LENT = {"", "0", "d", "p"}
"""Koha's "not for loan" is a number, 0 or nothing when it may be lent; in 995 $o `d` and `p` may."""


def held_copies(fields: Iterable[str], usual: CopyKind) -> list[CopyEntry]:
    """Copies of 852 (MARC21 holdings) and 952 (Koha).

    $p barcode, $7 not for loan, $y kind, $k, $h and $o call number, $c place, $z note. `usual` is the kind of
    a copy that nothing marks as reference.
    """
    return [
        CopyEntry(barcode, _kind(raw, first(raw, "7"), "ykhozc", usual))
        for raw in fields
        if (barcode := first(raw, "p").strip())
    ]


def copies_995(fields: Iterable[str], usual: CopyKind) -> list[CopyEntry]:
    """Copies of 995: $f barcode, $o circulation, $k call number, $e section, $r kind."""
    return [
        CopyEntry(barcode, _kind(raw, first(raw, "o"), "ker", usual))
        for raw in fields
        if (barcode := first(raw, "f").strip())
    ]


def _kind(raw: str, flag: str, codes: str, usual: CopyKind) -> CopyKind:
    if flag.strip().casefold() not in _MAY_BE_LENT:
        return CopyKind.REFERENCE
    return CopyKind.REFERENCE if any(_REFERENCE.search(first(raw, code)) for code in codes) else usual
