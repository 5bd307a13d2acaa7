"""Files that are no .docx: told by content, read through LibreOffice, refused with a sentence."""

from __future__ import annotations

import contextlib
import http.server
import io
import signal
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
from flask.testing import FlaskClient

from schemas import dump, load
from service import office
from service.docx.blocks import paragraphs
from service.formats import read_any
from service.formats.fields import kept
from service.formats.kinds import kind_of
from service.mau import Templates
from service.reading import parse
from service.refusals import DocumentRefused, Refusal, UnknownMedia
from tests.words import field, odt, package, run

OLD = ("doc", "odt", "rtf")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory, templates: Templates, model: dict[str, Any]) -> dict[str, bytes]:
    """The model plan and a page of fields as .doc, .odt and .rtf: `{"mau.doc": …, "truong.rtf": …}`."""
    folder = tmp_path_factory.mktemp("old")
    plan = load(model)
    (folder / "mau.docx").write_bytes(templates.for_plan(plan).render(plan))
    changed = '<w:del w:id="1" w:author="A"><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:ins w:id="2" w:author="A">{}</w:ins>'
    body = "".join(
        f"<w:p>{run(name + ': ')}{content}</w:p>"
        for name, content in (
            ("Ngày", field('DATE \\@ "dd/MM/yyyy"', "01/02/2003")),
            ("Dẫn", field("REF khong_co", "Điều cũ")),
            ("Sửa", changed.format(run("thêm"))),
            ("Ẩn", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>giấu</w:t></w:r>"),
        )
    )
    (folder / "truong.docx").write_bytes(package(body))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for kind in OLD:
        command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder)]
        subprocess.run([*command, *map(str, folder.glob("*.docx"))], check=True, capture_output=True)
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix[1:] in OLD}


@pytest.fixture(autouse=True, scope="module")
def _no_office_is_left() -> Iterator[None]:
    yield
    office.close_office()


@pytest.mark.parametrize("kind", OLD)
def test_a_document_of_ours_survives_an_old_format(
    old: dict[str, bytes], templates: Templates, model: dict[str, Any], kind: str
) -> None:
    answer = parse(old[f"mau.{kind}"], templates)
    assert answer.plan == dump(load(model))
    # LibreOffice writes some styles of a .doc by other names.
    assert {n.message.code for n in answer.notes} - {"paragraph_restyled"} == {"converted"}


@pytest.mark.parametrize("kind", OLD)
def test_kinds_are_told_by_content(old: dict[str, bytes], kind: str) -> None:
    assert kind_of(old[f"mau.{kind}"]) == kind


@pytest.mark.parametrize("kind", OLD)
def test_dates_and_references_stay_as_saved_deletions_and_hidden_text_away(old: dict[str, bytes], kind: str) -> None:
    today = time.strftime("%d/%m/%Y")
    data = old[f"truong.{kind}"]
    for letters in ("ascii", "utf-16-le"):  # what LibreOffice computed when it made the file becomes a day long ago
        data = data.replace(today.encode(letters), "01/02/2003".encode(letters))
    if kind == "odt":
        data = _with(data, "content.xml", lambda part: part.replace(today.encode(), b"01/02/2003"))
    document = read_any(data)
    found = [p.text for p in paragraphs(document.body)]
    assert found[0] == "Ngày: 01/02/2003"
    assert found[2:] == ["Sửa: thêm", "Ẩn: "]
    assert {"converted", "fields_kept", "tracked_changes"} <= {n.message.code for n in document.notes}
    if kind != "doc":  # LibreOffice itself wrote the reference into .doc as an error
        assert found[1] == "Dẫn: Điều cũ"


def _with(data: bytes, name: str, change: Any) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for info in before.infolist():
            part = before.read(info)
            after.writestr(info, change(part) if info.filename == name else part)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "is_image"),
        (b"\x89PNG\r\n\x1a\n", "is_image"),
        (b"II*\0\x08", "is_image"),
        (b"\0\0\0\x18ftypheic", "is_image"),
        ("Kế hoạch năm 2023\r\n".encode(), "is_plain_text"),
        ("Kế hoạch năm 2023".encode("utf-16"), "is_plain_text"),
        (b"\n<!DOCTYPE html><title>Ke hoach</title>", "is_web_page"),
        (b"<html xmlns:w='urn:schemas-microsoft-com:office:word'>", "is_web_page"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "is_web_page"),
        (b"Rar!\x1a\x07", "is_archive"),
        (b"\0\1\2\3", "not_docx"),
        (OLE + b"\0" * 600, "damaged_file"),
        (odt("<text:p>a</text:p>", "spreadsheet"), "is_workbook"),
        (odt("<text:p>a</text:p>", "presentation"), "is_slides"),
    ],
)
def test_other_files_are_refused_with_what_to_do(data: bytes, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        kind_of(data)
    assert refused.value.code == code
    assert all(refused.value.detail(language) for language in ("vi", "en"))


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"[Content_Types].xml": "", "xl/workbook.xml": ""}, "is_workbook"),
        ({"[Content_Types].xml": "", "ppt/presentation.xml": ""}, "is_slides"),
        ({"a.docx": "", "b.docx": ""}, "is_archive"),
    ],
)
def test_other_zips_are_refused_as_what_they_are(members: dict[str, str], code: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    with pytest.raises(UnknownMedia) as refused:
        read_any(out.getvalue())
    assert refused.value.code == code


def test_a_locked_doc_is_refused_for_its_password(old: dict[str, bytes]) -> None:
    data = bytearray(old["mau.doc"])
    data[data.index(b"\xec\xa5") + 11] |= 1
    with pytest.raises(DocumentRefused) as refused:
        read_any(bytes(data))
    assert refused.value.code == "password"


def test_a_locked_odt_is_refused_for_its_password(old: dict[str, bytes]) -> None:
    locked = _with(old["mau.odt"], "META-INF/manifest.xml", lambda part: part + b"<!-- encryption-data -->")
    with pytest.raises(DocumentRefused) as refused:
        read_any(locked)
    assert refused.value.code == "password"


@pytest.mark.parametrize("kind", OLD)
@pytest.mark.parametrize("cut", [0.1, 0.5, 0.9])
def test_a_file_cut_off_is_read_or_refused_never_more(old: dict[str, bytes], kind: str, cut: float) -> None:
    data = old[f"mau.{kind}"]
    with contextlib.suppress(DocumentRefused):
        read_any(data[: int(len(data) * cut)])


def test_fields_of_an_rtf_are_kept_whatever_stands_between(old: dict[str, bytes]) -> None:
    data, count = kept(
        rb'{\rtf1 {\field{\*\fldinst {\rtlch\fcs1 \af0 \lang1033 DATE \\@ "dd"}}{\fldrslt 1}} DATE}', "rtf"
    )
    assert count == 1
    assert b"KEPTDATE" in data
    assert data.endswith(b" DATE}")


@pytest.mark.parametrize("piece", [rb"\\a ", rb"\\fldinst", rb"\\fldinst {\\*", rb"\\lang10 {}"])
def test_an_rtf_that_repeats_itself_is_gone_through_once(piece: bytes) -> None:
    """Each control word with its blank was matched in two ways: thirty of them took forever."""
    data, count = kept(rb"{\rtf1 \fldinst " + piece * 200_000 + rb"\fldinst DATE }", "rtf")
    assert (count, b"KEPTDATE" in data) == (1, True)


def test_comments_are_left_out_and_crash_nothing() -> None:
    comment = "<office:annotation><text:p>góp ý</text:p></office:annotation>"
    read = read_any(odt(f"<text:p>Trước{comment} sau</text:p>"))
    assert [p.text for p in paragraphs(read.body)] == ["Trước sau"]
    read = read_any(rb"{\rtf1 Truoc{\*\atnid A}\chatn{\*\annotation{\pard gop y\par}} sau\par}")
    assert [p.text for p in paragraphs(read.body) if p.text] == ["Truoc sau"]


def test_what_the_open_libreoffice_dies_of_is_tried_by_a_fresh_one() -> None:
    """Debian's LibreOffice without windows crashes on comments in a document that it holds open."""
    body = '<w:p><w:commentRangeStart w:id="1"/>{}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r></w:p>'
    made = office.convert(package(body.format(run("Kế hoạch")), comments="góp ý"), "docx", "pdf", 60)
    assert made.outcome == "done"


class _Counting(http.server.BaseHTTPRequestHandler):
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_error(404)

    do_HEAD = do_OPTIONS = do_PROPFIND = do_GET

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.mark.parametrize("network", [True, False])
def test_links_to_servers_and_files_are_never_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, network: bool
) -> None:
    if network:  # what protects where the system gives us no network of our own
        monkeypatch.setattr(office, "_apart", list)
    office.close_office()
    secret = tmp_path / "mat.txt"
    secret.write_text("BÍ MẬT", "utf-8")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Counting) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}"
        link = 'xlink:type="simple" xlink:actuate="onLoad" xlink:href="{}"'
        linked = "".join(
            f'<text:section text:name="S{i}"><text:section-source {link.format(u)}/><text:p>cũ</text:p></text:section>'
            for i, u in enumerate((secret.as_uri(), f"{url}/a.odt"))
        )
        picture = (
            f'<text:p><draw:frame text:anchor-type="as-char"><draw:image {link.format(url)}/></draw:frame></text:p>'
        )
        rtf = rf'{{\rtf1 {{\field{{\*\fldinst INCLUDETEXT "{secret.as_uri()}"}}{{\fldrslt cu}}}} {{\field{{\*\fldinst INCLUDEPICTURE "{url}/b"}}{{\fldrslt anh}}}}}}'
        for data in (odt(linked + picture), rtf.encode()):
            text = " ".join(p.text for p in paragraphs(read_any(data).body))
            assert "MẬT" not in text
            assert "c" in text
        server.shutdown()
    office.close_office()
    assert _Counting.asked == []


def test_without_libreoffice_the_refusal_says_what_to_install(
    old: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "office", lambda: None)
    with pytest.raises(UnknownMedia) as refused:
        read_any(old["mau.doc"])
    assert refused.value.code == "office_missing"
    assert "libreoffice-writer-nogui" in refused.value.detail("vi")


def test_a_document_on_which_libreoffice_hangs_is_given_up(
    old: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hanging = tmp_path / "soffice"
    hanging.write_text("#!/bin/sh\nsleep 600\n", "utf-8")
    hanging.chmod(0o755)
    monkeypatch.setattr(office, "office", lambda: str(hanging))
    with pytest.raises(DocumentRefused) as refused:
        read_any(old["mau.rtf"], office_seconds=1)
    assert refused.value.code == "office_slow"


def test_nothing_outlives_a_process_that_is_killed(old: dict[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_bytes(old["mau.rtf"])
    code = (
        "import pathlib, sys, os, signal\nfrom service import office\nfrom service.formats import read_any\n"
        "read_any(pathlib.Path(sys.argv[1]).read_bytes())\n"
        "warm = next(iter(office._offices.values()))\nprint(warm.pid, warm._folder, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "a.rtf")], capture_output=True, text=True, check=False
    )
    assert ended.returncode == -signal.SIGKILL
    pid, folder = ended.stdout.split()
    until = time.monotonic() + 10
    while (Path(folder).exists() or _lives(int(pid))) and time.monotonic() < until:
        time.sleep(0.1)
    assert not Path(folder).exists()
    assert not _lives(int(pid))


def _lives(pid: int) -> bool:
    try:
        return " Z " not in Path(f"/proc/{pid}/stat").read_text("utf-8")
    except FileNotFoundError:
        return False


def test_old_formats_come_in_over_http(old: dict[str, bytes], client: FlaskClient) -> None:
    answer = client.post("/api/v1/parse", data={"file": (io.BytesIO(old["mau.odt"]), "bất kỳ.docx")})
    assert answer.status_code == 200
    assert answer.json["plan"]["so"] == "02"
    other = client.post("/api/v1/parse", data=b"\x89PNG\r\n\x1a\n")
    assert (other.status_code, other.json["code"]) == (415, "is_image")
