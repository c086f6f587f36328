"""The commands by name."""

from __future__ import annotations

import typer

from appliance.cli import demonstration, doctor, importing, plugged_in, queries, rules, running, voice

app = typer.Typer(
    name="bce-kiosk",
    help="A library kiosk: borrow, return and search by scan and touch, with no network.",
    no_args_is_help=True,
    add_completion=False,
    # A traceback with local values would show names and scanned codes.
    pretty_exceptions_enable=False,
)


@app.command(
    add_help_option=False, context_settings={"ignore_unknown_options": True, "allow_extra_args": True}
)
def run(words: typer.Context) -> None:
    """Run the kiosk on this unit's library."""
    raise typer.Exit(running.run(words.args))


app.command()(demonstration.demo)
app.command("import")(importing.import_file)
app.command()(doctor.doctor)
app.command()(plugged_in.devices)
app.command()(queries.search)
app.command()(queries.readers)
app.command()(queries.loans)
app.command()(rules.rules)

journal = typer.Typer(help="The record of everything that changed.", no_args_is_help=True)
journal.command("verify")(queries.journal_verify)
app.add_typer(journal, name="journal")

voices = typer.Typer(help="What the kiosk says aloud, for whoever records it.", no_args_is_help=True)
voices.command("list")(voice.list_phrases)
voices.command("check")(voice.check)
app.add_typer(voices, name="voice")
