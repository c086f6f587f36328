"""The way in. `run`, the kiosk itself, starts without what the other commands need."""

from __future__ import annotations

import gc
import sys

from ui.leaving import LEAVING


def main() -> None:
    """The console command `bce-kiosk`."""
    if sys.argv[1:2] == ["run"]:
        LEAVING.listen()
        # Nothing of a start is garbage, and looking for some takes 25 ms: `ui.app` switches it on again.
        gc.disable()
        # Imported when signals are heard: a kiosk told to stop in these 0.2 s ends in good order too.
        from appliance.cli.running import run

        sys.exit(run(sys.argv[2:]))
    # Here and not above: Typer and rich would be 40 ms of each start of `run` (docs/decisions/0006).
    from appliance.cli.app import app

    app()


if __name__ == "__main__":
    main()
