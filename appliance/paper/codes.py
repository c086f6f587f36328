"""The code on a loan slip: seventeen digits. A `5`, the request's id as seven, and nine as its tag.

The tag (`keyed_tags`) keeps anybody from walking through others' slips. Seventeen digits are the most that
the smallest square holds at its best error correction, and no library's barcodes are so long. Slips of before
bore `L`, the id and one check character (ISO 7064 mod 37,36), which anybody can make.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from stdnum.iso7064 import mod_37_36

from appliance.keyed_tags import DIGITS, digits, is_same
from appliance.model import RequestId

_PURPOSE = "slip"
_FORM = re.compile(rf"5([0-9]{{7}})({DIGITS})")
_OLD_FORM = re.compile(r"L([0-9]{7})[0-9A-Z]")


@dataclass(frozen=True, slots=True)
class SlipScan:
    """A code of the right form; whether it is genuine takes the library's key to know."""

    request_id: RequestId
    tag: str | None
    """None in the old form."""

    def is_genuine(self, key: bytes) -> bool:
        return self.tag is not None and is_same(self.tag, digits(key, _PURPOSE, self.request_id))


def slip_code(key: bytes, request_id: RequestId) -> str:
    """`42` -> `50000042` and nine digits.

    Raises:
        ValueError: `request_id` does not fit in seven digits.
    """
    if not 0 < request_id <= 9_999_999:
        raise ValueError("the request's id on a slip has one to seven digits")
    return f"5{request_id:07d}{digits(key, _PURPOSE, request_id)}"


def read_slip_code(code: str) -> SlipScan | None:
    """The slip that a scanned code says it is, or None when it has another form or was read wrongly."""
    match = _FORM.fullmatch(code)
    if match:
        return SlipScan(RequestId(int(match[1])), match[2]) if int(match[1]) else None
    old = _OLD_FORM.fullmatch(code)
    if old is None or not mod_37_36.is_valid(code) or not int(old[1]):
        return None
    return SlipScan(RequestId(int(old[1])), None)
