"""Whether the journal holds: each row chained to the one before."""

from __future__ import annotations

from appliance.model.findings import Cause, Check, Finding, Verdict
from appliance.model.health import ChainHealth


def check(chain: ChainHealth | None) -> Finding:
    """`None`: the library could not be opened."""
    if chain is None:
        return Finding(Check.CHAIN, Verdict.UNKNOWN, Cause.CHAIN_UNREAD)
    if chain.broken_at is not None:
        figures = (("row", chain.broken_at),)
        return Finding(Check.CHAIN, Verdict.BAD, Cause.CHAIN_BROKEN, figures)
    return Finding(
        Check.CHAIN, Verdict.GOOD, Cause.CHAIN_HOLDS, (("rows", chain.checked), ("seq", chain.seq))
    )
