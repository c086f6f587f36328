"""Every variant of the search and of the title page, with real titles and invented copies."""

from __future__ import annotations

from datetime import date

from appliance.language.breaking import mark_words
from appliance.model import (
    Availability,
    Barcode,
    Copy,
    CopyId,
    CopyKind,
    CopyLine,
    Hit,
    Shelf,
    Title,
    TitleId,
)
from appliance.status import Scene, Searching, TitlePage

_BOOKS: tuple[tuple[str, str, Shelf, int | None], ...] = (
    ("រឿងសុភាទន្សាយ និងក្រពើកំហូច", "រឿងព្រេងខ្មែរ", Shelf.STORIES, 2009),
    ("វចនានុក្រមខ្មែរ សម្តេចព្រះសង្ឃរាជ ជួន ណាត", "ជួន ណាត", Shelf.LANGUAGE, 1967),
    ("គណិតវិទ្យា ថ្នាក់ទី២ (សៀវភៅពុម្ពគោល)", "ក្រសួងអប់រំ យុវជន និងកីឡា", Shelf.TEXTBOOKS, 2011),
    ("ព្រះពុទ្ធសាសនា និងសង្គមខ្មែរ", "ប៊ុត សាវង្ស", Shelf.RELIGION, 2004),
    ("Long Walk to Freedom: The Autobiography of Nelson Mandela", "Nelson Mandela", Shelf.HISTORY, 1994),
    ("Le Tour du monde en quatre-vingts jours", "Jules Verne", Shelf.LITERATURE, 1873),
    ("គិតរបៀបចិនរុងរឿងមានបានគង់វង្ស", "", Shelf.PHILOSOPHY, None),
    ("វិទ្យាសាស្ត្រ និងការអនុវត្ត ថ្នាក់ទី៤", "ក្រសួងអប់រំ យុវជន និងកីឡា", Shelf.SCIENCE, 2012),
    ("Where There Is No Doctor", "David Werner", Shelf.TECHNOLOGY, 1977),
    ("សិល្បៈរៀបចំគោលដៅ", "", Shelf.ARTS, None),
    ("ជីវិតមនុស្សនិងបញ្ហា", "", Shelf.SOCIETY, None),
    ("កុំព្យូទ័ររដ្ឋបាល", "", Shelf.GENERAL, 2008),
    ("ទន្សាយ និងអណ្ដើក (ជាថ្មី)", "African Storybook", Shelf.STORIES, 2016),
)

_STATES = (
    Availability.AVAILABLE,
    Availability.AVAILABLE,
    Availability.ON_LOAN,
    Availability.READING_ROOM,
    Availability.AVAILABLE,
    Availability.ON_LOAN,
    Availability.ABSENT,
)

TITLES = tuple(
    Title(
        id=TitleId(number),
        title=mark_words(title),
        authors=(mark_words(author),) if author else (),
        shelf=shelf,
        year=year,
    )
    for number, (title, author, shelf, year) in enumerate(_BOOKS, start=1)
)

HITS = tuple(Hit(title, _STATES[at % len(_STATES)]) for at, title in enumerate(TITLES))

LONG_TITLE = Title(
    id=TitleId(90),
    title=mark_words(
        "បុគ្គលគំរូសាងភាពធំធេងដោយអំពើល្អ៖ ៣៣សម្ថភាពបង្កើតឱកាសទៅកាន់ភាពជោគជ័យ និងសៀវភៅណែនាំកសិកម្មសម្រាប់ប្រជាកសិករនៅតំបន់ទន្លេសាប"
    ),
    authors=(mark_words("ក្រុមជំនុំទំនៀមទម្លាប់ខ្មែរ"), "Groupe de recherche et d'échanges technologiques", "ជួន ណាត"),
    series=mark_words("កម្រងសៀវភៅសម្រាប់បណ្ណាល័យសហគមន៍ ភាគ ១២"),
    subjects=tuple(map(mark_words, ("កសិកម្ម", "ការចិញ្ចឹមសត្វ", "ទន្លេសាប", "Développement rural"))),
    isbn="9789996350474",
    language="km",
    shelf=Shelf.TECHNOLOGY,
    year=2015,
    publisher=mark_words("គ្រឹះស្ថានបោះពុម្ព និងផ្សាយ"),
)


def copy_of(title: Title, number: int, kind: CopyKind = CopyKind.BOOK) -> Copy:
    """An invented copy of `title`; its barcode is made of `number`."""
    return Copy(CopyId(number), Barcode(f"B{number:05}"), title, kind)


_LINES = (
    CopyLine(copy_of(LONG_TITLE, 311), Availability.AVAILABLE),
    CopyLine(copy_of(LONG_TITLE, 312), Availability.ON_LOAN, date(2026, 12, 7)),
    CopyLine(copy_of(LONG_TITLE, 315), Availability.TO_BE_SHELVED),
    CopyLine(copy_of(LONG_TITLE, 316), Availability.ASKED_FOR),
    CopyLine(copy_of(LONG_TITLE, 313, CopyKind.REFERENCE), Availability.READING_ROOM),
    CopyLine(copy_of(LONG_TITLE, 314), Availability.ABSENT),
)
_FRENCH = TITLES[5]
_STORY = TITLES[0]

SAMPLES: list[tuple[str, Scene]] = [
    ("searching_browse", Searching("", HITS[:10], page=0, pages=31, found=301)),
    ("searching_typed", Searching("ខ្មែរ", HITS[:7], page=0, pages=1, found=7)),
    ("searching_pages", Searching("សៀវភៅ", HITS[3:13], page=2, pages=5, found=42, more=False)),
    ("searching_many", Searching("a", HITS[:10], page=0, pages=100, found=1000, more=True)),
    ("searching_guessed", Searching("សៀវផៅ គនិត", HITS[2:5], page=0, pages=1, found=3, guessed=True)),
    ("searching_nothing", Searching("ឃឃឃឃ", (), page=0, pages=1, found=0)),
    (
        "searching_long_text",
        Searching(
            "le tour du monde en quatre-vingts jours, jules verne, ", HITS[5:6], page=0, pages=1, found=1
        ),
    ),
    ("title_page_long", TitlePage(LONG_TITLE, _LINES)),
    (
        "title_page_scanned",
        TitlePage(LONG_TITLE, _LINES, scanned=_LINES[0].copy, may_borrow=True),
    ),
    (
        "title_page_on_loan",
        TitlePage(
            _FRENCH,
            (CopyLine(copy_of(_FRENCH, 401), Availability.ON_LOAN, date(2026, 12, 1)),),
        ),
    ),
    (
        "title_page_scanned_reference",
        TitlePage(
            TITLES[1],
            (CopyLine(copy_of(TITLES[1], 402, CopyKind.REFERENCE), Availability.READING_ROOM),),
            scanned=copy_of(TITLES[1], 402, CopyKind.REFERENCE),
        ),
    ),
    (
        "title_page_many_copies",
        TitlePage(
            _STORY,
            tuple(
                CopyLine(
                    copy_of(_STORY, 500 + number),
                    Availability.ON_LOAN if number % 3 else Availability.AVAILABLE,
                    date(2026, 12, 2 + number) if number % 3 else None,
                )
                for number in range(9)
            ),
        ),
    ),
    ("title_page_no_copy", TitlePage(TITLES[6], ())),
]
