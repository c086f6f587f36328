"""What became of a request while its reader was away."""

from __future__ import annotations

from appliance.status import RequestNews, Status
from ui import kv
from ui.screens.screen import KioskScreen
from ui.widgets.lists import paged_rows  # noqa: F401 - a name for the .kv
from ui.widgets.lists.line_row import LineRow


class RequestNewsScreen(KioskScreen):
    """Each book with what became of it, and one button to go on."""

    def make_row(self) -> LineRow:
        return LineRow()

    def show(self, status: Status) -> None:
        """The books of the request."""
        super().show(status)
        scene = status.scene
        assert isinstance(scene, RequestNews)
        self.ids.top_bar.reader = scene.reader
        self.ids.rows.show([(line, self.wording) for line in scene.lines])


kv.load(__file__)
