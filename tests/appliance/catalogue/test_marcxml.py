"""MARCXML: read as it streams by, and refused where it is dangerous."""

from __future__ import annotations

import pytest

from appliance.catalogue.entry import Cause, RecordFormat, Refusal

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE = "http://www.loc.gov/MARC21/slim"


def _record(title: str, tag: str = "245", prefix: str = "") -> str:
    p = f"{prefix}:" if prefix else ""
    return (
        f"<{p}record><{p}leader>00000nam a2200000 a 4500</{p}leader>"
        f"<{p}controlfield tag='001'>{title}</{p}controlfield><{p}datafield tag='{tag}' ind1='1' ind2='0'>"
        f"<{p}subfield code='a'>{title}</{p}subfield></{p}datafield>"
        f"</{p}record>"
    )


def _file(*records: str) -> bytes:
    return f"{HEAD}<collection xmlns='{NAMESPACE}'>{''.join(records)}</collection>".encode()


def test_records_are_read_in_order_and_kept_byte_for_byte(read_bytes) -> None:
    records = [_record("ទី១"), _record("two &amp; a half")]
    entries, problems = read_bytes(_file(*records))
    assert problems == []
    assert [entry.title for entry in entries] == ["ទី១", "two & a half"]
    assert [entry.record.decode() for entry in entries] == records
    assert {entry.record_format for entry in entries} == {RecordFormat.MARCXML}


def test_prefixed_names_wrapped_by_a_harvest_are_read(read_bytes) -> None:
    wrapped = f"<record><header/><metadata>{_record('inner', prefix='marc')}</metadata></record>"
    entries, problems = read_bytes(f"<OAI xmlns:marc='{NAMESPACE}'><ListRecords>{wrapped}{wrapped}".encode())
    assert [entry.title for entry in entries] == ["inner", "inner"]
    assert problems == []


def test_unimarc_in_xml_is_told_by_its_title_field(read_bytes) -> None:
    (entry,), _ = read_bytes(_file(_record("Le titre", tag="200")))
    assert entry.title == "Le titre"


def test_one_broken_record_costs_no_other(read_bytes) -> None:
    unclosed = _record("never closed").replace("</record>", "")
    tangled = _record("tangled").replace("</subfield>", "</subfeld>")
    entries, problems = read_bytes(_file(_record("one"), tangled, _record("two"), unclosed, _record("three")))
    assert [entry.title for entry in entries] == ["one", "two", "three"]
    causes = [(problem.cause, problem.record) for problem in problems]
    assert (Cause.BAD_RECORD, 2) in causes and (Cause.BAD_FRAMING, 4) in causes


def test_records_longer_than_a_chunk_are_read(read_bytes) -> None:
    long = _record("long").replace(
        "</record>", "<datafield tag='520'>" + "x" * 200_000 + "</datafield></record>"
    )
    entries, problems = read_bytes(_file(*[long] * 5, _record("last")))
    assert [entry.title for entry in entries] == ["long"] * 5 + ["last"]
    assert problems == []


def test_a_commented_out_record_is_not_read_even_across_chunks(read_bytes) -> None:
    comment = f"<!-- {_record('hidden') * 800} -->"
    entries, _ = read_bytes(_file(_record("one"), comment, _record("two")))
    assert [entry.title for entry in entries] == ["one", "two"]


def test_utf_16_is_read(read_bytes) -> None:
    content = _file(_record("ខ្មែរ")).decode().replace("UTF-8", "UTF-16").encode("utf-16")
    (entry,), _ = read_bytes(content)
    assert entry.title == "ខ្មែរ"


BOMB = "<!DOCTYPE lolz [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {after} '{f'&{before};' * 10}'>"
    for before, after in zip("abcdefghi", "bcdefghij", strict=True)
)


@pytest.mark.parametrize(
    "danger",
    [
        BOMB + "]>",
        "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE r SYSTEM 'http://example.org/r.dtd'>",
        "<!ENTITY x 'y'>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_and_document_types_refuse_the_file(read_bytes, danger: str, encoding: str) -> None:
    content = f"<?xml version='1.0'?>{danger}<collection>{_record('&j;')}</collection>".encode(encoding)
    with pytest.raises(Refusal) as refused:
        read_bytes(content)
    assert refused.value.problem.cause is Cause.DANGEROUS_FILE
