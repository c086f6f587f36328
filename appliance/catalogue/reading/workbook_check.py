"""Is this zip file a workbook that can be opened safely? Asked before any of it is parsed."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path, PurePosixPath

from appliance.catalogue.entry import Cause
from appliance.catalogue.reading.problems import refusal

PARTS = 2000
UNPACKED_BYTES = 128 << 20
"""Measured: 10,000 titles with seven more columns unpack to 5.6 MB."""
RATIO = 100
"""Measured: ten for sheets full of texts, thirteen for coloured empty ones, a thousand for a bomb."""
_RATIO_FROM_BYTES = 4 << 20
_CHUNK_BYTES = 1 << 16
_WORKBOOK = "[Content_Types].xml"


def check_workbook(path: Path) -> None:
    """Look at the declared sizes and names first, then unpack into nothing.

    A directory that declares less than there is gains nothing: zipfile gives out no more than is declared,
    and then finds the checksum wrong.

    Raises:
        Refusal: DANGEROUS_FILE for a bomb, a name that leads out of the archive, a document type inside;
            NOT_A_CATALOGUE for a zip that is no workbook.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            _check_declared(parts, path.stat().st_size)
            if _WORKBOOK not in archive.namelist():
                raise refusal(Cause.NOT_A_CATALOGUE, "a zip file that is no workbook")
            _check_content(archive, parts)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise refusal(Cause.NOT_A_CATALOGUE, f"damaged workbook: {error}") from error


def _check_declared(parts: list[zipfile.ZipInfo], packed: int) -> None:
    if len(parts) > PARTS:
        raise refusal(Cause.DANGEROUS_FILE, f"{len(parts)} parts")
    for part in parts:
        name = PurePosixPath(part.orig_filename.replace("\\", "/"))
        if name.is_absolute() or ".." in name.parts or ":" in name.parts[0]:
            raise refusal(Cause.DANGEROUS_FILE, f"a name outside the file: {part.orig_filename}")
        if part.flag_bits & 0x1:
            raise refusal(Cause.NOT_A_CATALOGUE, "locked with a password")
    unpacked = sum(part.file_size for part in parts)
    if unpacked > UNPACKED_BYTES or (unpacked > _RATIO_FROM_BYTES and unpacked > RATIO * packed):
        raise refusal(Cause.DANGEROUS_FILE, f"{packed} bytes unpack to {unpacked} or more")


def _check_content(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> None:
    """Every checksum is right, and no document type is inside."""
    for part in parts:
        with archive.open(part) as stream:
            before = b""
            while chunk := stream.read(_CHUNK_BYTES):
                if part.filename.endswith((".xml", ".rels")):
                    _check_markup(before + chunk, part.filename)
                before = chunk[-16:]


def _check_markup(chunk: bytes, name: str) -> None:
    plain = chunk.replace(b"\0", b"")  # UTF-16 hides the words from a plain search
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise refusal(Cause.DANGEROUS_FILE, f"a document type in {name}")
