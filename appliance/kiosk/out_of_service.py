"""A session that can do nothing but say so: the library file cannot be used."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from appliance.effects import Effect
from appliance.messages import Message
from appliance.model import Language
from appliance.status import OutOfService, OutOfServiceReason, Status


class ClosedKiosk:
    """`loop.Session` while out of service; nothing is read or written."""

    def __init__(self, reason: OutOfServiceReason) -> None:
        self.status = Status(0, OutOfService(reason), Language.KM, date(1970, 1, 1))

    def handle(self, message: Message) -> Sequence[Effect]:
        """Nothing that arrives changes anything."""
        del message
        return ()

    def close(self) -> None:
        """Nothing is open."""
