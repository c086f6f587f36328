"""What is said when a device is in trouble, or well again."""

from __future__ import annotations

from appliance.language.words import N_
from appliance.model.speech import Phrase

DEVICES: dict[Phrase, str] = {
    Phrase.SCANNER_LOST: N_("The scanner is unplugged. Tell the librarian."),
    Phrase.SCANNER_FOUND: N_("The scanner works again."),
    Phrase.GUARD_SCANNER_LOST: N_("The guard’s scanner is unplugged. Scan your badge on the reader’s side."),
    Phrase.GUARD_SCANNER_LOST_TOO: N_("The guard’s scanner is unplugged, too."),
    Phrase.GUARD_SCANNER_FOUND: N_("The guard’s scanner works again."),
    Phrase.PAPER_LOW: N_("The slip paper will soon be used up. Tell the librarian."),
    Phrase.NO_PAPER: N_("The slip paper is used up. Borrowing works without it. Tell the librarian."),
    Phrase.COVER_OPEN: N_("The printer is open. Borrowing works without it. Tell the librarian."),
    Phrase.PRINTER_TROUBLE: N_("The printer does not work. Borrowing works without it. Tell the librarian."),
}
