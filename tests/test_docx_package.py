"""Files that no honest program writes are refused, each with a code of its own; nothing is fetched, nothing explodes."""

from __future__ import annotations

import io
import socketserver
import struct
import threading
import warnings
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from service.docx.blocks import Paragraph
from service.docx.limits import Limits
from service.docx.package import open_package
from service.docx.reading import read_document
from service.docx.writing import Frame
from service.refusals import DocumentRefused, TooLarge
from service.settings import settings
from tests.cxml import DECLARED, document, package, part, xml

PLAIN = document('p/r/t"a"')


def refusal(data: bytes, limits: Limits | None = None) -> DocumentRefused:
    with pytest.raises(DocumentRefused) as refused:
        read_document(data, limits or Limits())
    return refused.value


def parts() -> dict[str, bytes]:
    opened = open_package(PLAIN)
    return {name: opened.part(name) for name in opened.names}


def zipped(*more: tuple[str, bytes], change: Callable[[zipfile.ZipInfo], None] = lambda info: None) -> bytes:
    """A package with more members, each changed before it is written."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, data in (*parts().items(), *more):
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            if (name, data) in more:
                change(info)
            archive.writestr(info, data)
    return out.getvalue()


def patched(data: bytes, name: str, offset: int, value: bytes) -> bytes:
    """The directory entry of a member with other bytes at `offset`."""
    at = data.rindex(b"PK\1\2", 0, data.rindex(name.encode()))
    return data[: at + offset] + value + data[at + offset + len(value) :]


NAMES = [
    ("/etc/passwd", "unsafe_member_name", "an absolute name"),
    ("../evil", "unsafe_member_name", "a name that climbs"),
    ("word/../../evil", "unsafe_member_name", "in the middle"),
    ("C:/evil", "unsafe_member_name", "a drive"),
    ("word\\evil.xml", "unsafe_member_name", "a backslash"),
    ("word/document.xml", "repeated_member", "a name twice"),
    ("WORD/Document.XML", "repeated_member", "a name twice in other letters"),
]


@pytest.mark.parametrize(("name", "code", "why"), NAMES, ids=[why for *_, why in NAMES])
def test_names_that_lead_elsewhere_or_twice_are_refused(name: str, code: str, why: str) -> None:
    assert refusal(zipped((name, b"x"))).code == code


def test_a_name_with_a_zero_byte_is_refused() -> None:
    data = zipped(("word/evilX.xml", b"x")).replace(b"word/evilX.xml", b"word/evil\0.xml")
    assert refusal(data).code == "unsafe_member_name"


def test_dots_inside_a_name_are_harmless() -> None:
    assert read_document(zipped(("word/a..b.xml", b"x"))).body


def test_a_member_under_a_password_is_refused() -> None:
    data = patched(zipped(("word/a.xml", b"x")), "word/a.xml", 8, struct.pack("<H", 1))
    assert refusal(data).code == "encrypted_member"


def test_a_compression_that_word_does_not_use_is_refused() -> None:
    def bzip2(info: zipfile.ZipInfo) -> None:
        info.compress_type = zipfile.ZIP_BZIP2

    assert refusal(zipped(("word/a.xml", b"x" * 100), change=bzip2)).code == "unknown_compression"


@pytest.mark.parametrize(
    ("offset", "value"),
    [
        (24, struct.pack("<L", 1)),  # says it unpacks to one byte
        (24, struct.pack("<L", 10_000)),  # to more than it does
        (16, struct.pack("<L", 1)),  # another checksum
        (42, struct.pack("<L", 10**9)),  # stands behind the end of the file
        (20, struct.pack("<L", 5)),  # is packed in fewer bytes
    ],
)
@pytest.mark.parametrize("name", ["word/document.xml", "_rels/.rels", "[Content_Types].xml"])
def test_a_directory_that_lies_is_refused(name: str, offset: int, value: bytes) -> None:
    assert read_document(PLAIN).body  # what is remembered of its parts excuses no lie about them
    assert refusal(patched(PLAIN, name, offset, value)).code == "damaged_zip"


def test_members_that_lie_in_each_other_are_refused() -> None:
    names = list(parts())
    first, second = (PLAIN.index(b"PK\3\4"), PLAIN.index(b"PK\3\4", 4))
    assert first < second
    assert refusal(patched(PLAIN, names[1], 42, struct.pack("<L", first + 4))).code == "damaged_zip"


@pytest.mark.parametrize("cut", [0, 1, 4, 30, 100, len(PLAIN) // 2, len(PLAIN) - 1])
def test_a_file_cut_short_is_refused(cut: int) -> None:
    assert refusal(PLAIN[:cut]).code in ("damaged_zip", "not_docx")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not_docx"),
        (b"hello", "not_docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old_or_encrypted"),
        (b"PK\5\6" + bytes(18), "no_document_part"),
    ],
)
def test_what_is_no_package_is_refused(data: bytes, code: str) -> None:
    assert refusal(data).code == code


DTD = (
    '<?xml version="1.0" encoding="{0}"?><!DOCTYPE w:document {1}><w:document '
    + DECLARED
    + "><w:body>{2}</w:body></w:document>"
)
INTERNAL = '[<!ENTITY x "y">]'
DTDS = [
    ("utf-8", INTERNAL, "<w:p/>"),
    ("utf-8", '[<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]', "<w:p><w:r><w:t>&b;</w:t></w:r></w:p>"),
    ("utf-8", 'SYSTEM "http://127.0.0.1:9/x.dtd"', "<w:p/>"),
    ("utf-8", 'PUBLIC "-//x" "file:///etc/passwd"', "<w:p/>"),
    ("utf-8", '[<!ENTITY x SYSTEM "file:///etc/passwd">]', "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>"),
    ("utf-8", "", "<w:p/>"),
    ("utf-8-sig", INTERNAL, "<w:p/>"),
    ("utf-16", INTERNAL, "<w:p/>"),
    ("utf-16-be", INTERNAL, "<w:p/>"),
]  # fmt: skip


@pytest.mark.parametrize(("encoding", "dtd", "body"), DTDS)
def test_a_dtd_is_refused_in_every_encoding(encoding: str, dtd: str, body: str) -> None:
    name = {"utf-8-sig": "UTF-8", "utf-16-be": "UTF-16"}.get(encoding, encoding)
    text = DTD.format(name, dtd, body)
    data = (b"\xfe\xff" if encoding == "utf-16-be" else b"") + text.encode(encoding)
    assert refusal(package(data)).code == "dtd_refused"


def test_a_billion_laughs_are_refused() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    text = DTD.format("utf-8", f'[<!ENTITY e0 "ha">{entities}]', "<w:p><w:r><w:t>&e9;</w:t></w:r></w:p>")
    assert refusal(package(text.encode())).code == "dtd_refused"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_other_encodings_of_unicode_are_read(encoding: str) -> None:
    name = "UTF-8" if encoding == "utf-8-sig" else encoding
    text = f'<?xml version="1.0" encoding="{name}"?><w:document {DECLARED}><w:body>{xml("p/r/t" + chr(34) + "chữ" + chr(34))}</w:body></w:document>'
    (found,) = read_document(package(text.encode(encoding))).body
    assert isinstance(found, Paragraph)
    assert found.text == "chữ"


@pytest.mark.parametrize(
    "broken", [b"", b"<a", b"<w:document>", b"\0\0\0", b"<a/><b/>", b'<?xml version="1.0" encoding="x-none"?><a/>']
)
def test_a_part_that_is_no_xml_is_refused(broken: bytes) -> None:
    assert refusal(package(broken)).code == "bad_xml"


MACROS = [
    ({"[Content_Types].xml": b'<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'}, "by the type"),
    ({"[Content_Types].xml": b'<Types><Override ContentType="application/vnd.ms-office.vbaProject"/></Types>'}, "by a part's type"),
    ({"word/vbaProject.bin": b"x"}, "by name"),
    ({"word/media/picture.dat": b"\xd0\xcf\x11\xe0" + bytes(99) + "_VBA_PROJECT".encode("utf-16-le")}, "by content, under any name"),
]  # fmt: skip


@pytest.mark.parametrize(("more", "why"), MACROS, ids=[why for *_, why in MACROS])
def test_macros_are_refused(more: dict[str, bytes], why: str) -> None:
    assert refusal(Frame.of_parts(parts() | more)).code == "macros_refused"


def test_an_embedded_equation_is_no_macro() -> None:
    assert read_document(
        Frame.of_parts(parts() | {"word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0" + bytes(99)})
    ).body


LIMITS = [
    (Limits(file=100), "file_too_large", "KEHOACH_FILE_LIMIT"),
    (Limits(members=2), "too_many_members", "KEHOACH_MEMBER_LIMIT"),
    (Limits(part=100), "part_too_large", "KEHOACH_PART_LIMIT"),
    (Limits(total=300), "unpacked_too_large", "KEHOACH_UNPACKED_LIMIT"),
    (Limits(elements=3), "too_many_elements", "KEHOACH_ELEMENT_LIMIT"),
    (Limits(rows=1), "too_many_rows", "KEHOACH_ROW_LIMIT"),
]


@pytest.mark.parametrize(("limits", "code", "setting"), LIMITS, ids=[setting for *_, setting in LIMITS])
def test_each_limit_has_its_code_and_names_its_setting(limits: Limits, code: str, setting: str) -> None:
    with pytest.raises(TooLarge) as refused:
        read_document(document("tbl/(tr/tc/p,tr/tc/p)"), limits)
    assert refused.value.code == code
    assert refused.value.status == 413
    assert setting in refused.value.detail("en")
    assert setting in refused.value.detail("vi")
    own = settings({setting: "7"}).limits
    assert 7 in (own.file, own.members, own.part, own.total, own.elements, own.rows)


def bomb(piece: bytes, size: int) -> bytes:
    """A package whose document part is `size` bytes of `piece`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts().items():
            if name != "word/document.xml":
                archive.writestr(name, data)
        with archive.open("word/document.xml", "w") as file:
            file.write(f"<w:document {DECLARED}><w:body>".encode())
            chunk = piece * (2**20 // len(piece))
            for _ in range(size // len(chunk)):
                file.write(chunk)
            file.write(b"</w:body></w:document>")
    return out.getvalue()


def test_a_bomb_of_paragraphs_is_refused_by_its_directory_alone() -> None:
    assert refusal(bomb(b"<w:p/>", 200 * 2**20)).code == "part_too_large"


def test_a_bomb_of_elements_within_the_size_is_refused_before_a_tree_is_built() -> None:
    assert refusal(bomb(b"<w:p/>", 40 * 2**20)).code == "too_many_elements"


class _Canary(socketserver.BaseRequestHandler):
    hits = 0

    def handle(self) -> None:
        type(self).hits += 1


@contextmanager
def canary() -> Iterator[str]:
    """An address of this machine that notes whether anybody comes."""
    _Canary.hits = 0
    with socketserver.TCPServer(("127.0.0.1", 0), _Canary) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def test_nothing_is_ever_fetched() -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    with canary() as address:
        relations = "".join(
            f'<Relationship Id="{kind}" Type="{office}{kind}" Target="{address}/{kind}" TargetMode="External"/>'
            for kind in (
                "attachedTemplate",
                "image",
                "oleObject",
                "subDocument",
                "frame",
                "header",
                "footer",
                "styles",
                "aFChunk",
            )
        )
        everything = parts()
        everything["word/_rels/document.xml.rels"] = (
            f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>'.encode()
        )
        everything["word/document.xml"] = part(
            "document",
            f'<?xml-stylesheet href="{address}/style.xsl"?><w:body xmlns:xi="http://www.w3.org/2001/XInclude">'
            f'<xi:include href="{address}/include"/>{xml("p/r/t" + chr(34) + "a" + chr(34))}<w:subDoc r:id="subDocument"/></w:body>',
        )
        found = read_document(Frame.of_parts(everything))
        for dtd in (f'SYSTEM "{address}/x.dtd"', f'[<!ENTITY % x SYSTEM "{address}/x"> %x;]'):
            refusal(package(DTD.format("utf-8", dtd, "<w:p/>").encode()))
        assert [p.text for p in found.body if isinstance(p, Paragraph)] == ["a"]
    assert _Canary.hits == 0
