"""`bce-kiosk devices`: what is plugged in and may be one of our devices, as lines for devices.toml."""

from __future__ import annotations

from collections.abc import Iterator

import typer

from appliance.cli.output import JsonOption, show_json
from appliance.unit.device_kind import Listing, Offer
from appliance.unit.devices import KINDS
from appliance.unit.devices_file import NAME


def devices(as_json: JsonOption = False) -> None:
    """List what is plugged in, as lines for devices.toml. A keyboard looks like a scanner: choose."""
    found = [(kind.name, kind.listing, kind.listing.offers()) for kind in KINDS if kind.listing]
    if as_json:
        show_json({listing.plural: list(map(_plain, offers)) for _, listing, offers in found})
        return
    typer.echo(f"# Keep what is right, take the # away, and save it as {NAME} in the library's folder.")
    for name, listing, offers in found:
        if not offers:
            typer.echo(f"\n# Nothing is plugged in that may be a {name}.")
        for offer in offers:
            typer.echo("\n".join(_lines(listing, offer)))


def _plain(offer: Offer) -> dict[str, str]:
    return {offer.key: offer.value, "named": offer.named}


def _lines(listing: Listing, offer: Offer) -> Iterator[str]:
    named = f"   # {offer.named}" if offer.named else ""
    yield ""
    for line in (listing.table, *listing.above, f'{offer.key} = "{offer.value}"{named}', *listing.below):
        yield f"# {line}"
