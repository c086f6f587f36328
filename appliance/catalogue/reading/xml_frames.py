"""Record elements cut out of an XML file by their tags: streaming, and going on after broken ones.

A document type or an entity is never needed in MARCXML and refuses the whole file before any parser sees it.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from appliance.catalogue.entry import Cause
from appliance.catalogue.reading.iso2709 import Frame
from appliance.catalogue.reading.problems import refusal

_CHUNK_BYTES = 1 << 16
_LONGEST_BYTES = 1 << 22
_TOKEN = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|(?P<unfinished><!--|<!\[CDATA\[)|(?P<danger><!DOCTYPE|<!ENTITY)"
    rb"|(?P<open><(?:[A-Za-z_][\w.-]*:)?record(?=[\s>]))|(?P<close></(?:[A-Za-z_][\w.-]*:)?record\s*>)",
    re.DOTALL,
)
_DECLARED = re.compile(rb"""^[^<]*<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']""")
_MARKS = (
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_INSIDE = re.compile(rb"<(?:[\w.-]+:)?(?:leader|controlfield|datafield)\b")


def record_elements(stream: BinaryIO) -> Iterator[Frame]:
    """Each record element's bytes in UTF-8; offsets are those of the file when that is UTF-8 too.

    The innermost element named record counts: OAI-PMH wraps each in another of that name.

    Raises:
        Refusal: DANGEROUS_FILE at a document type or an entity, NOT_A_CATALOGUE at an unknown encoding.
    """
    offset, held, start, at = 0, b"", -1, 0
    for chunk in _utf8_chunks(stream):
        held += chunk
        while (token := _TOKEN.search(held, at)) and token["unfinished"] is None:
            if token["danger"]:
                raise refusal(Cause.DANGEROUS_FILE, token[0].decode(), offset=offset + token.start())
            if token["open"]:
                if start >= 0 and _INSIDE.search(held, start, token.start()):
                    yield Frame(offset + start, held[start : token.start()], "no end of record")
                start = token.start()
            elif token["close"] and start >= 0:
                yield Frame(offset + start, held[start : token.end()])
                start = -1
            at = token.end()
        # From here the next token may begin: at an unfinished section, or at a tag that is cut in two.
        at = token.start() if token else max(held.rfind(b"<", at), at)
        keep = start if start >= 0 else at
        if len(held) - keep > _LONGEST_BYTES:
            yield Frame(offset + keep, b"", f"{len(held) - keep} bytes without an end", is_record=False)
            start, at, keep = -1, len(held), len(held)
        offset, held, at = offset + keep, held[keep:], at - keep
        start = min(start, 0)
    if start >= 0:
        yield Frame(offset, held, "no end of record")


def _utf8_chunks(stream: BinaryIO) -> Iterator[bytes]:
    """The file as UTF-8, whatever it is declared to be; bad bytes become U+FFFD."""
    head = stream.read(1024)
    declared = _DECLARED.search(head)
    marked = next((name for mark, name in _MARKS if head.startswith(mark)), None)
    name = marked or (declared[1].decode("ascii") if declared else "utf-8")
    chunks = chain([head], iter(lambda: stream.read(_CHUNK_BYTES), b""))
    if name.casefold() in {"utf-8", "utf8"}:
        yield from chunks
        return
    try:
        decoder = codecs.getincrementaldecoder(name)("replace")
    except LookupError:
        raise refusal(Cause.NOT_A_CATALOGUE, f"encoding {name}") from None
    for chunk in chunks:
        yield decoder.decode(chunk).encode("utf-8", "replace")
