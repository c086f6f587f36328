"""A unit's state as one line of text, for a code that a technician photographs (docs/formats.md).

    1//bce-status//VERSION//AT//UNIT//SEQ//HEAD//TITLES//COPIES//READERS//OPEN_LOANS//FAULTS

It holds numbers and words of ours only: no name, no title, no code of a card.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from appliance.model.findings import Finding, Verdict, worst_first
from appliance.model.health import LibraryHealth

FORM = "1//bce-status"
UNIT_DIGITS = 12
HEAD_CHARACTERS = 10


def status_text(version: str, at: datetime, library: LibraryHealth, findings: Iterable[Finding]) -> str:
    """`at` is UTC. A library that cannot be opened has no numbers: its fields are empty."""
    chain, counts = library.chain, library.counts
    numbers = (counts.titles, counts.copies, counts.readers, counts.open_loans)
    fields = (
        FORM,
        version,
        at.strftime("%Y-%m-%dT%H:%MZ"),
        library.unit[:UNIT_DIGITS],
        str(chain.seq) if chain else "",
        chain.head[:HEAD_CHARACTERS] if chain else "",
        *(str(number) if chain else "" for number in numbers),
        _faults(findings),
    )
    return "//".join(fields)


def _faults(findings: Iterable[Finding]) -> str:
    """`paper_out!,backup_never`: the causes of what is broken, marked so, then of what is to be watched."""
    faults = [one for one in worst_first(findings) if one.verdict in (Verdict.BAD, Verdict.WATCH)]
    marked = (f"{one.cause}!" if one.verdict is Verdict.BAD else one.cause.value for one in faults)
    return ",".join(dict.fromkeys(marked))
