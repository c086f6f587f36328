"""What the screen asks for, in the imperative."""

from __future__ import annotations

from dataclasses import dataclass

from appliance.model import CopyId, Language, LoanId, RequestId, TitleId
from appliance.status import DatePart, Purpose, Trial


@dataclass(frozen=True, slots=True)
class Wake:
    """Somebody is there: leaves the attract screen, keeps any other session."""


@dataclass(frozen=True, slots=True)
class SayAgain:
    """Tell aloud what the screen says, and what to do."""


@dataclass(frozen=True, slots=True)
class GoHome:
    """Leave this screen; ends a reader's or guard's session."""


@dataclass(frozen=True, slots=True)
class GoBack:
    """One step back: from a title page to the search it came from, from a refusal to what was before."""


@dataclass(frozen=True, slots=True)
class ChooseLanguage:
    language: Language


@dataclass(frozen=True, slots=True)
class AskForCard:
    """A tile that needs to know the reader was touched."""

    purpose: Purpose


@dataclass(frozen=True, slots=True)
class StartReturning:
    pass


@dataclass(frozen=True, slots=True)
class StartSearching:
    pass


@dataclass(frozen=True, slots=True)
class TypeText:
    """Letters from the on-screen keyboard, to be put at the end."""

    text: str


@dataclass(frozen=True, slots=True)
class EraseLetter:
    pass


@dataclass(frozen=True, slots=True)
class EraseAll:
    pass


@dataclass(frozen=True, slots=True)
class TurnPage:
    """Show page `page` (from 0) of what is listed."""

    page: int


@dataclass(frozen=True, slots=True)
class OpenTitle:
    title_id: TitleId


@dataclass(frozen=True, slots=True)
class BorrowThis:
    """On a title page reached by scanning a copy: put that copy in the basket (asks for the card first)."""


@dataclass(frozen=True, slots=True)
class TakeOut:
    """Take one copy out of the basket; touched twice, it is still only that one."""

    copy_id: CopyId


@dataclass(frozen=True, slots=True)
class AskForLoan:
    """The basket is complete."""


@dataclass(frozen=True, slots=True)
class TakeBackRequest:
    """The reader changes his mind before the guard came."""


@dataclass(frozen=True, slots=True)
class Renew:
    loan_id: LoanId


@dataclass(frozen=True, slots=True)
class PrintAgain:
    """The slip of the loans on the screen, once more."""


@dataclass(frozen=True, slots=True)
class EnterDigit:
    digit: int


@dataclass(frozen=True, slots=True)
class EraseDigit:
    pass


@dataclass(frozen=True, slots=True)
class Approve:
    request_id: RequestId


@dataclass(frozen=True, slots=True)
class Decline:
    request_id: RequestId


@dataclass(frozen=True, slots=True)
class StartTrial:
    """At the technician's bench."""

    trial: Trial


@dataclass(frozen=True, slots=True)
class AnswerTrial:
    """The technician has judged: it looked, sounded or read as it should, or not."""

    well: bool


@dataclass(frozen=True, slots=True)
class TouchTarget:
    """While targets are shown: this touch was inside the target, or beside it."""

    hit: bool


@dataclass(frozen=True, slots=True)
class PlayAgain:
    pass


@dataclass(frozen=True, slots=True)
class ShowStateCode:
    """The unit's state as a code to photograph."""


@dataclass(frozen=True, slots=True)
class ExamineAgain:
    """Look at everything anew."""


@dataclass(frozen=True, slots=True)
class SetDate:
    """Two members of staff want to say what day it is."""


@dataclass(frozen=True, slots=True)
class ChangeDate:
    """One step later (`by` 1) or earlier (-1)."""

    part: DatePart
    by: int


@dataclass(frozen=True, slots=True)
class ConfirmDate:
    """The date on the screen is true."""


Command = (
    Wake
    | SayAgain
    | GoHome
    | GoBack
    | ChooseLanguage
    | AskForCard
    | StartReturning
    | StartSearching
    | TypeText
    | EraseLetter
    | EraseAll
    | TurnPage
    | OpenTitle
    | BorrowThis
    | TakeOut
    | AskForLoan
    | TakeBackRequest
    | Renew
    | PrintAgain
    | EnterDigit
    | EraseDigit
    | Approve
    | Decline
    | StartTrial
    | AnswerTrial
    | TouchTarget
    | PlayAgain
    | ShowStateCode
    | ExamineAgain
    | SetDate
    | ChangeDate
    | ConfirmDate
)
