"""What a touch means on the screen it was touched on."""

from __future__ import annotations

from appliance.kiosk.context import DeskContext
from appliance.kiosk.reader import basket, loans, my_books, search
from appliance.kiosk.refusals import clear
from appliance.kiosk.staff import guard_desk, set_date, sign_in
from appliance.kiosk.technician import bench
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


def touched(context: DeskContext, turn: Turn, command: Command) -> bool:
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
            _go_back(context, turn)
        case AskForCard() | StartReturning() | StartSearching():
            return _from_home(context, turn, command)
        case TypeText() | EraseLetter() | EraseAll() | OpenTitle() | BorrowThis():
            return _at_search(context, turn, command)
        case SetDate() | ChangeDate() | ConfirmDate():
            return _at_date(context, turn, command)
        case EnterDigit() | EraseDigit() | Approve() | Decline():
            return _at_guards_desk(context, turn, command)
        case TurnPage(page):
            return _turn_page(context, turn, page)
        case TakeOut() | AskForLoan() | TakeBackRequest() | Renew() | PrintAgain():
            return _at_readers_desk(context, turn, command)
        case StartTrial() | AnswerTrial() | TouchTarget() | PlayAgain() | ShowStateCode() | ExamineAgain():
            return _at_bench(context, turn, command)
    return True


def _wake(turn: Turn) -> None:
    """Somebody is there. That alone keeps a session; only the attract screen gives way."""
    if isinstance(turn.scene, Attract):
        turn.end()


def _go_back(context: DeskContext, turn: Turn) -> None:
    match turn.scene:
        case Refused() if turn.before is not None and not isinstance(turn.before, Attract):
            clear(turn)
        case Basket() | Returning() | MyBooks() | GuardDesk() as scene if scene.refusal is not None:
            clear(turn)
        case TitlePage():
            search.back_to_search(turn)
        case (BenchCode() | ScanTrial() | SlipTrial() | TouchTrial() | SoundTrial()) as scene:
            bench.leave_trial(context, turn, scene)
        case _:
            turn.end()


def _from_home(
    context: DeskContext, turn: Turn, command: AskForCard | StartReturning | StartSearching
) -> bool:
    if not isinstance(turn.scene, Home):
        return False
    match command:
        case AskForCard(purpose):
            basket.ask_for_card(turn, purpose)
        case StartReturning():
            turn.scene = Returning()
        case StartSearching():
            search.search_for(context, turn, "")
    return True


def _at_search(context: DeskContext, turn: Turn, command: Command) -> bool:
    match turn.scene, command:
        case Searching(text=text), TypeText(typed):
            search.search_for(context, turn, text + typed)
        case Searching(text=text), EraseLetter():
            search.search_for(context, turn, text[:-1])
        case Searching(), EraseAll():
            search.search_for(context, turn, "")
        case Searching() as scene, OpenTitle(title_id):
            search.open_title(context, turn, scene, title_id)
        case TitlePage() as scene, BorrowThis():
            search.borrow_this(turn, scene)
        case _:
            return False
    return True


def _at_readers_desk(context: DeskContext, turn: Turn, command: Command) -> bool:
    match turn.scene, command:
        case Basket() as scene, TakeOut(copy_id):
            basket.take_out(context, turn, scene, copy_id)
        case Basket() as scene, AskForLoan():
            basket.ask_for_loan(context, turn, scene)
        case AwaitingApproval() as scene, TakeBackRequest():
            basket.take_back(context, turn, scene)
        case MyBooks() as scene, Renew(loan_id):
            my_books.renew(context, turn, scene, loan_id)
        case Approved() as scene, PrintAgain():
            loans.print_again(context, turn, scene)
        case GuardDesk() as scene, PrintAgain():
            guard_desk.print_again(context, turn, scene)
        case _:
            return False
    return True


def _at_guards_desk(context: DeskContext, turn: Turn, command: Command) -> bool:
    match turn.scene, command:
        case GuardSignIn() as scene, EnterDigit(digit):
            sign_in.enter_digit(context, turn, scene, digit)
        case GuardSignIn() as scene, EraseDigit():
            sign_in.erase_digit(turn, scene)
        case GuardDesk() as scene, Approve(request_id):
            guard_desk.approve(context, turn, scene, request_id)
        case GuardDesk() as scene, Decline(request_id):
            guard_desk.decline(context, turn, scene, request_id)
        case _:
            return False
    return True


def _at_date(context: DeskContext, turn: Turn, command: Command) -> bool:
    match turn.scene, command:
        case ((GuardDesk(staff=staff) | Bench(staff=staff)), SetDate()):
            set_date.open_date(context, turn, staff)
        case SettingDate() as scene, _:
            return set_date.touched(context, turn, scene, command)
        case _:
            return False
    return True


def _at_bench(context: DeskContext, turn: Turn, command: Command) -> bool:
    match turn.scene:
        case (Bench() | BenchCode() | ScanTrial() | SlipTrial() | TouchTrial() | SoundTrial()) as scene:
            return bench.touched(context, turn, scene, command)
        case _:
            return False


def _turn_page(context: DeskContext, turn: Turn, page: int) -> bool:
    match turn.scene:
        case Searching() as scene:
            search.turn_page(context, turn, scene, page)
        case MyBooks() as scene:
            my_books.turn_page(context, turn, scene, page)
        case GuardDesk() as scene:
            guard_desk.turn_page(context, turn, scene, page)
        case Bench() as scene:
            bench.turn_page(turn, scene, page)
        case _:
            return False
    return True
