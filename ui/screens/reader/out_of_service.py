"""The kiosk cannot work: who must come, and what to tell them."""

from __future__ import annotations

from kivy.properties import StringProperty
from kivy.uix.boxlayout import BoxLayout

from appliance.language.words import N_
from appliance.model import Language
from appliance.status import OutOfService, OutOfServiceReason, Status
from ui import kv
from ui.screens.screen import KioskScreen
from ui.wording import WORDINGS

_SAID = {
    OutOfServiceReason.DATABASE_DAMAGED: N_("The library’s file is damaged."),
    OutOfServiceReason.DATABASE_NEWER: N_("The library’s file was made by a newer version."),
    OutOfServiceReason.DISK_FULL: N_("There is no room left on the disk."),
    OutOfServiceReason.JOURNAL_BROKEN: N_("The journal does not agree with the library’s file."),
}
_LANGUAGES = (Language.KM, Language.FR, Language.EN)


class Notice(BoxLayout):
    """The same words in one of the languages."""

    said = StringProperty("")
    reason = StringProperty("")


class OutOfServiceScreen(KioskScreen):
    """All languages at once, since nothing can be touched any more."""

    code = StringProperty("")

    def show(self, status: Status) -> None:
        """The reason, in three languages, and its name for the technician's guide."""
        super().show(status)
        scene = status.scene
        assert isinstance(scene, OutOfService)
        self.code = str(scene.reason)
        notices = self.ids.notices
        notices.clear_widgets()
        for language in _LANGUAGES:
            say = WORDINGS[language].say
            said = say("Out of service. Please call the technician.")
            notices.add_widget(Notice(said=said, reason=say(_SAID[scene.reason])))


kv.load(__file__)
