"""`bce-kiosk rules`: what this site has decided for all its readers alike."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from appliance.cli.folders import DEFAULT_LIBRARY
from appliance.cli.opening import opened
from appliance.cli.output import JsonOption, LibraryOption, show_rows
from appliance.lending.policy import SITE_RULES, site_rule

_MEANS = {
    "returns": "trusted: scanned at the return is back; confirmed: staff scans it, too",
    "renew_days_before": "from how many days before it is due a loan may be renewed",
    "rest_days": "for how many days a returned copy is there for other readers",
    "ask_again_days": "for how many days, after a request came to nothing, its titles are",
}


def rules(
    name: Annotated[str | None, typer.Argument(help="The rule to change.")] = None,
    value: Annotated[str | None, typer.Argument(help="What it shall be.")] = None,
    library: LibraryOption = DEFAULT_LIBRARY,
    as_json: JsonOption = False,
) -> None:
    """List the rules of this site, or change one. Stop the kiosk first."""
    with opened(library, as_json=as_json) as store:
        if name is not None and value is not None:
            try:
                changed = site_rule(name, value)
            except ValueError as why:
                raise typer.BadParameter(str(why)) from why
            with store.transaction():
                store.site.change_rule(name, changed, datetime.now(UTC))
        policy = store.site.settings().policy
    rows = [{"rule": rule, "is": getattr(policy, rule), "means": _MEANS[rule]} for rule in SITE_RULES]
    show_rows(("rule", "is", "means"), [row for row in rows if name in (None, row["rule"])], as_json=as_json)
