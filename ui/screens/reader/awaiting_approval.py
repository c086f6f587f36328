"""The request is recorded; a guard must scan a badge."""

from __future__ import annotations

from kivy.properties import NumericProperty

from appliance.model import Copy
from appliance.status import AwaitingApproval, Status
from ui import kv
from ui.screens.screen import KioskScreen
from ui.widgets.lists import paged_rows  # noqa: F401 - a name for the .kv
from ui.widgets.lists.book_row import BookRow


class CopyRow(BookRow):
    """A book and nothing else."""

    def show(self, entry: Copy) -> None:
        """The copy's title."""
        self.title = entry.title


class AwaitingApprovalScreen(KioskScreen):
    """The books asked for, and who must come."""

    request_id = NumericProperty(0)

    def make_row(self) -> CopyRow:
        return CopyRow()

    def show(self, status: Status) -> None:
        """The request."""
        super().show(status)
        scene = status.scene
        assert isinstance(scene, AwaitingApproval)
        self.ids.top_bar.reader = scene.request.reader
        self.request_id = scene.request.id
        self.ids.rows.show(scene.request.copies)


kv.load(__file__)
