"""What the screen asks for, in the imperative."""

from __future__ import annotations

from dataclasses import dataclass

from appliance.model import CopyId, Language, LoanId, RequestId, TitleId
from appliance.status import DatePart, Purpose

__all__ = [
    "Approve",
    "AskForCard",
    "AskForLoan",
    "BorrowThis",
    "ChangeDate",
    "ChooseLanguage",
    "Command",
    "ConfirmDate",
    "Decline",
    "EnterDigit",
    "EraseAll",
    "EraseDigit",
    "EraseLetter",
    "GoBack",
    "GoHome",
    "OpenRequest",
    "OpenTitle",
    "PrintAgain",
    "Renew",
    "SayAgain",
    "SetDate",
    "ShowSigns",
    "SignOut",
    "StartReturning",
    "StartSearching",
    "StrikeOut",
    "TakeBackRequest",
    "TakeOut",
    "TurnPage",
    "TypeText",
    "Wake",
]


class Command:
    """What a touch asks for. What it means, the row of the scene it was touched on says (`kiosk.scenes`)."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Wake(Command):
    """Somebody is there: leaves the attract screen, keeps any other session."""


@dataclass(frozen=True, slots=True)
class SayAgain(Command):
    """Tell aloud what the screen says, and what to do."""


@dataclass(frozen=True, slots=True)
class GoHome(Command):
    """Leave this screen; ends a reader's or guard's session."""


@dataclass(frozen=True, slots=True)
class GoBack(Command):
    """One step back: from a title page to the search it came from, from a refusal to what was before."""


@dataclass(frozen=True, slots=True)
class ChooseLanguage(Command):
    language: Language


@dataclass(frozen=True, slots=True)
class AskForCard(Command):
    """A tile that needs to know the reader was touched."""

    purpose: Purpose


@dataclass(frozen=True, slots=True)
class StartReturning(Command):
    pass


@dataclass(frozen=True, slots=True)
class StartSearching(Command):
    pass


@dataclass(frozen=True, slots=True)
class ShowSigns(Command):
    """What do these signs mean?"""


@dataclass(frozen=True, slots=True)
class TypeText(Command):
    """Letters from the on-screen keyboard, to be put at the end."""

    text: str


@dataclass(frozen=True, slots=True)
class EraseLetter(Command):
    pass


@dataclass(frozen=True, slots=True)
class EraseAll(Command):
    pass


@dataclass(frozen=True, slots=True)
class TurnPage(Command):
    """Show page `page` (from 0) of what is listed."""

    page: int


@dataclass(frozen=True, slots=True)
class OpenTitle(Command):
    title_id: TitleId


@dataclass(frozen=True, slots=True)
class BorrowThis(Command):
    """On a title page reached by scanning a copy: put that copy in the basket (asks for the card first)."""


@dataclass(frozen=True, slots=True)
class TakeOut(Command):
    """Take one copy out of the basket; touched twice, it is still only that one."""

    copy_id: CopyId


@dataclass(frozen=True, slots=True)
class AskForLoan(Command):
    """The basket is complete: `copies` are those that were on the screen. Without any, whatever is in it."""

    copies: tuple[CopyId, ...] = ()


@dataclass(frozen=True, slots=True)
class TakeBackRequest(Command):
    """The reader changes their mind before the guard came."""


@dataclass(frozen=True, slots=True)
class Renew(Command):
    loan_id: LoanId


@dataclass(frozen=True, slots=True)
class PrintAgain(Command):
    """The slip of the loans on the screen, once more."""


@dataclass(frozen=True, slots=True)
class EnterDigit(Command):
    digit: int


@dataclass(frozen=True, slots=True)
class EraseDigit(Command):
    pass


@dataclass(frozen=True, slots=True)
class Approve(Command):
    request_id: RequestId


@dataclass(frozen=True, slots=True)
class OpenRequest(Command):
    """Look at the request of somebody who is not here, before it is answered."""

    request_id: RequestId


@dataclass(frozen=True, slots=True)
class Decline(Command):
    request_id: RequestId


@dataclass(frozen=True, slots=True)
class StrikeOut(Command):
    """At the guard's desk: not this copy, for another reason each time; in the end, this copy after all."""

    request_id: RequestId
    copy_id: CopyId


@dataclass(frozen=True, slots=True)
class SignOut(Command):
    """Staff leave the desk or the sign-in; a reader whom they had interrupted goes on."""


@dataclass(frozen=True, slots=True)
class SetDate(Command):
    """Two members of staff want to say what day it is."""


@dataclass(frozen=True, slots=True)
class ChangeDate(Command):
    """One step later (`by` 1) or earlier (-1)."""

    part: DatePart
    by: int


@dataclass(frozen=True, slots=True)
class ConfirmDate(Command):
    """The date on the screen is true."""
