"""Whether the journal holds: each row chained to the one before."""

from __future__ import annotations

from appliance.model.findings import Cause, Check, Finding, Verdict
from appliance.model.health import LibraryHealth
from appliance.model.soundness import Part


def check(library: LibraryHealth) -> Finding:
    """By the rows that were looked at just now, and by all of them as of the last look through all."""
    chain = library.chain
    if chain is None:
        return Finding(Check.CHAIN, Verdict.UNKNOWN, Cause.CHAIN_UNREAD)
    broken_at = library.damage.get(Part.JOURNAL, chain.broken_at)
    if broken_at is not None:
        figures = (("row", broken_at),)
        return Finding(Check.CHAIN, Verdict.BAD, Cause.CHAIN_BROKEN, figures)
    return Finding(
        Check.CHAIN, Verdict.GOOD, Cause.CHAIN_HOLDS, (("rows", chain.checked), ("seq", chain.seq))
    )
