"""The command line (contract §3)."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from schemas import load
from service.cli import main
from service.mau import Templates
from service.places import samples_folder, templates_folder

MODEL = str(samples_folder() / "ke-hoach-mau.json")


def test_a_plan_is_rendered_and_parsed_back(tmp_path: Path, model: dict[str, Any]) -> None:
    document, answer = tmp_path / "a.docx", tmp_path / "a.json"
    assert main(["render", MODEL, "-o", str(document)]) == 0
    assert main(["parse", str(document), "-o", str(answer)]) == 0
    assert load(json.loads(answer.read_text("utf-8"))["plan"]) == load(model)


def test_the_answer_of_parse_can_be_rendered(tmp_path: Path) -> None:
    document, answer, again = tmp_path / "a.docx", tmp_path / "a.json", tmp_path / "b.docx"
    main(["render", MODEL, "-o", str(document)])
    main(["parse", str(document), "-o", str(answer)])
    assert main(["render", str(answer), "-o", str(again)]) == 0
    assert again.read_bytes() == document.read_bytes()


def test_without_output_the_answer_goes_to_standard_output(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["render", MODEL]) == 0
    document = tmp_path / "a.docx"
    document.write_bytes(capsysbinary.readouterr().out)
    assert main(["parse", str(document)]) == 0
    assert json.loads(capsysbinary.readouterr().out)["plan"]["so"] == "02"


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_folder_gives_a_line_for_every_file_in_order(
    tmp_path: Path, templates: Templates, model: dict[str, Any], workers: str
) -> None:
    plan = load(model)
    for name in ("b", "a", "d"):
        (tmp_path / f"{name}.docx").write_bytes(templates.for_plan(plan).render(plan))
    (tmp_path / "c.docx").write_bytes(b"broken")
    (tmp_path / "~$a.docx").write_bytes(b"lock")
    out = tmp_path / "out.jsonl"
    assert main(["parse", str(tmp_path), "-o", str(out), "--workers", workers]) == 1
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [(Path(line["path"]).name, line["status"]) for line in lines] == [
        ("a.docx", "ok"),
        ("b.docx", "ok"),
        ("c.docx", "refused"),
        ("d.docx", "ok"),
    ]
    assert lines[2]["error"]["code"] == "is_plain_text"


@pytest.mark.parametrize(
    "arguments", [["render", "missing.json"], ["parse", "missing.docx"], ["render", MODEL, "-o", "/no/such/folder/x"]]
)
def test_what_cannot_be_read_or_written_ends_with_2_and_a_sentence(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_refused_plan_names_every_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{"so": "x/y", "them": 1}', "utf-8")
    assert main(["render", str(bad)]) == 2
    err = capsys.readouterr().err
    assert all(place in err for place in ("/co_quan_ban_hanh", "/so", "/them"))


def test_the_shipped_templates_pass_their_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["template", "check", *(str(p) for p in sorted(templates_folder().glob("*.docx")))]) == 0


def test_a_file_that_is_no_template_is_named_and_the_others_are_still_checked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    good = str(templates_folder() / "kehoach.docx")
    assert main(["template", "check", MODEL, "/no/such.docx", good]) == 2
    out, err = capsys.readouterr()
    assert good in out
    assert MODEL in err
    assert "/no/such.docx" in err


def test_a_plan_is_read_from_standard_input(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    given = io.TextIOWrapper(io.BytesIO(Path(MODEL).read_bytes()))
    monkeypatch.setattr("sys.stdin", given)
    assert main(["render", "-", "-o", str(tmp_path / "a.docx")]) == 0
    assert main(["render", MODEL, "-o", str(tmp_path / "b.docx")]) == 0
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_a_pdf_needs_libreoffice_and_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["render", MODEL, "--pdf", "-o", str(tmp_path / "a.pdf")]) == 0
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    monkeypatch.setenv("PATH", "/nowhere")
    assert main(["render", MODEL, "--pdf", "-o", str(tmp_path / "b.pdf")]) == 2
    assert "LibreOffice" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux only")
def test_a_full_disk_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", MODEL, "-o", "/dev/full"]) == 2
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "service.cli", "render", MODEL]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments", [[], ["render"], ["draw"], ["serve", "--port", "0"], ["serve", "--workers", "x"], ["schema", "x"]]
)
def test_wrong_use_ends_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2


@pytest.mark.parametrize("text", ["{", '{"co_quan_ban_hanh": "A", "\\ud800": 1}', "[1e999]", "[" * 100_000, ""])
def test_a_hostile_plan_ends_with_2_and_a_sentence(tmp_path: Path, text: str) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text(text, "utf-8")
    command = [sys.executable, "-m", "service.cli", "render", str(bad)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={"PATH": "", "LC_ALL": "C"})
    assert done.returncode == 2
    assert done.stdout == ""
    assert 0 < len(done.stderr) < 2_000
    assert "Traceback" not in done.stderr


def test_the_command_line_uses_the_templates_of_the_setting(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KEHOACH_TEMPLATES", str(tmp_path))
    assert main(["render", MODEL]) == 2
    assert str(tmp_path) in capsys.readouterr().err
    (tmp_path / "kehoach.docx").write_bytes((templates_folder() / "kehoach.docx").read_bytes())
    assert main(["render", MODEL, "-o", str(tmp_path / "a.docx")]) == 0


def test_the_schema_is_printed(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsysbinary.readouterr().out)["$schema"].endswith("2020-12/schema")


def test_a_dash_as_the_output_is_standard_output_for_many_files_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["render", MODEL, "-o", "a.docx"]) == 0
    assert main(["parse", str(tmp_path), "-o", "-"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["status"] == "ok"
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]
