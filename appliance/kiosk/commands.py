"""What a touch means on the screen it was touched on."""

from __future__ import annotations

from appliance.kiosk import (
    bench,
    books_desk,
    date_desk,
    guard_desk,
    guard_sign_in,
    lending_desk,
    reader_desk,
    search_desk,
)
from appliance.kiosk.library import Library
from appliance.kiosk.refusals import clear
from appliance.kiosk.turn import Turn
from appliance.messages import (
    AnswerTrial,
    Approve,
    AskForCard,
    AskForLoan,
    BorrowThis,
    ChangeDate,
    ChooseLanguage,
    Command,
    ConfirmDate,
    Decline,
    EnterDigit,
    EraseAll,
    EraseDigit,
    EraseLetter,
    ExamineAgain,
    GoBack,
    GoHome,
    OpenTitle,
    PlayAgain,
    PrintAgain,
    Renew,
    SayAgain,
    SetDate,
    ShowStateCode,
    StartReturning,
    StartSearching,
    StartTrial,
    TakeBackRequest,
    TakeOut,
    TouchTarget,
    TurnPage,
    TypeText,
    Wake,
)
from appliance.status import (
    Approved,
    Attract,
    AwaitingApproval,
    Basket,
    Bench,
    BenchCode,
    GuardDesk,
    GuardSignIn,
    Home,
    MyBooks,
    Refused,
    Returning,
    ScanTrial,
    Searching,
    SettingDate,
    SlipTrial,
    SoundTrial,
    TitlePage,
    TouchTrial,
)


def touched(library: Library, turn: Turn, command: Command) -> bool:
    """Do what was touched; False when nobody foresaw this command on this screen."""
    match command:
        case GoHome():
            turn.end()
        case Wake():
            _wake(turn)
        case SayAgain():
            pass  # `voice.announce` speaks; the screen stays as it is
        case ChooseLanguage(language):
            _wake(turn)
            turn.language, turn.language_chosen = language, True
        case GoBack():
            _go_back(library, turn)
        case AskForCard() | StartReturning() | StartSearching():
            return _from_home(library, turn, command)
        case TypeText() | EraseLetter() | EraseAll() | OpenTitle() | BorrowThis():
            return _at_search(library, turn, command)
        case SetDate() | ChangeDate() | ConfirmDate():
            return _at_date(library, turn, command)
        case EnterDigit() | EraseDigit() | Approve() | Decline():
            return _at_guards_desk(library, turn, command)
        case TurnPage(page):
            return _turn_page(library, turn, page)
        case TakeOut() | AskForLoan() | TakeBackRequest() | Renew() | PrintAgain():
            return _at_readers_desk(library, turn, command)
        case StartTrial() | AnswerTrial() | TouchTarget() | PlayAgain() | ShowStateCode() | ExamineAgain():
            return _at_bench(library, turn, command)
    return True


def _wake(turn: Turn) -> None:
    """Somebody is there. That alone keeps a session; only the attract screen gives way."""
    if isinstance(turn.scene, Attract):
        turn.end()


def _go_back(library: Library, turn: Turn) -> None:
    match turn.scene:
        case Refused() if turn.before is not None and not isinstance(turn.before, Attract):
            clear(turn)
        case Basket() | Returning() | MyBooks() | GuardDesk() as scene if scene.refusal is not None:
            clear(turn)
        case TitlePage():
            search_desk.back_to_search(turn)
        case (BenchCode() | ScanTrial() | SlipTrial() | TouchTrial() | SoundTrial()) as scene:
            bench.leave_trial(library, turn, scene)
        case _:
            turn.end()


def _from_home(library: Library, turn: Turn, command: AskForCard | StartReturning | StartSearching) -> bool:
    if not isinstance(turn.scene, Home):
        return False
    match command:
        case AskForCard(purpose):
            reader_desk.ask_for_card(turn, purpose)
        case StartReturning():
            turn.scene = Returning()
        case StartSearching():
            search_desk.search_for(library, turn, "")
    return True


def _at_search(library: Library, turn: Turn, command: Command) -> bool:
    match turn.scene, command:
        case Searching(text=text), TypeText(typed):
            search_desk.search_for(library, turn, text + typed)
        case Searching(text=text), EraseLetter():
            search_desk.search_for(library, turn, text[:-1])
        case Searching(), EraseAll():
            search_desk.search_for(library, turn, "")
        case Searching() as scene, OpenTitle(title_id):
            search_desk.open_title(library, turn, scene, title_id)
        case TitlePage() as scene, BorrowThis():
            search_desk.borrow_this(turn, scene)
        case _:
            return False
    return True


def _at_readers_desk(library: Library, turn: Turn, command: Command) -> bool:
    match turn.scene, command:
        case Basket() as scene, TakeOut(copy_id):
            reader_desk.take_out(library, turn, scene, copy_id)
        case Basket() as scene, AskForLoan():
            reader_desk.ask_for_loan(library, turn, scene)
        case AwaitingApproval() as scene, TakeBackRequest():
            reader_desk.take_back(library, turn, scene)
        case MyBooks() as scene, Renew(loan_id):
            books_desk.renew(library, turn, scene, loan_id)
        case Approved() as scene, PrintAgain():
            lending_desk.print_again(library, turn, scene)
        case GuardDesk() as scene, PrintAgain():
            guard_desk.print_again(library, turn, scene)
        case _:
            return False
    return True


def _at_guards_desk(library: Library, turn: Turn, command: Command) -> bool:
    match turn.scene, command:
        case GuardSignIn() as scene, EnterDigit(digit):
            guard_sign_in.enter_digit(library, turn, scene, digit)
        case GuardSignIn() as scene, EraseDigit():
            guard_sign_in.erase_digit(turn, scene)
        case GuardDesk() as scene, Approve(request_id):
            guard_desk.approve(library, turn, scene, request_id)
        case GuardDesk() as scene, Decline(request_id):
            guard_desk.decline(library, turn, scene, request_id)
        case _:
            return False
    return True


def _at_date(library: Library, turn: Turn, command: Command) -> bool:
    match turn.scene, command:
        case ((GuardDesk(staff=staff) | Bench(staff=staff)), SetDate()):
            date_desk.open_date(library, turn, staff)
        case SettingDate() as scene, _:
            return date_desk.touched(library, turn, scene, command)
        case _:
            return False
    return True


def _at_bench(library: Library, turn: Turn, command: Command) -> bool:
    match turn.scene:
        case (Bench() | BenchCode() | ScanTrial() | SlipTrial() | TouchTrial() | SoundTrial()) as scene:
            return bench.touched(library, turn, scene, command)
        case _:
            return False


def _turn_page(library: Library, turn: Turn, page: int) -> bool:
    match turn.scene:
        case Searching() as scene:
            search_desk.turn_page(library, turn, scene, page)
        case MyBooks() as scene:
            books_desk.turn_page(library, turn, scene, page)
        case GuardDesk() as scene:
            guard_desk.turn_page(library, turn, scene, page)
        case Bench() as scene:
            bench.turn_page(turn, scene, page)
        case _:
            return False
    return True
