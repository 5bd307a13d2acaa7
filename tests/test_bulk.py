"""Archives: a line for every input, whatever happens to it, in the order of the inputs."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from schemas import load
from service.bulk.inputs import inputs
from service.bulk.lines import Line
from service.bulk.outputs import Lines
from service.bulk.pool import AHEAD, read_all
from service.cli import main
from service.mau import Templates
from tests.readers import hungry, unruly

KEHOACH = [sys.executable, "-m", "service.cli"]


@pytest.fixture(scope="module")
def document(templates: Templates) -> bytes:
    plan = load({"co_quan_ban_hanh": "UBND XÃ A", "so": "5", "trich_yeu": "Việc B"})
    return templates.for_plan(plan).render(plan)


@pytest.fixture
def fill(tmp_path: Path, document: bytes) -> Callable[..., list[str]]:
    def files(*names: str) -> list[str]:
        folder = tmp_path / "kho"
        for name in names:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(document if name.endswith(".docx") else b"\x89PNG")
        return [str(folder / name) for name in names]

    return files


def lines_of(
    paths: list[str], read: Callable[[str], Line], workers: int, seconds: float = 60, memory: int = 0
) -> list[Any]:
    return [json.loads(line.text) for line in read_all(paths, read, workers, seconds, memory, "vi")]


def parsed(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("workers", [1, 3])
def test_a_file_that_hangs_or_kills_its_process_costs_that_file_only(
    fill: Callable[..., list[str]], workers: int
) -> None:
    paths = fill("a.docx", "chet.docx", "b.docx", "treo.docx", "sap.docx", "c.docx", "cham.docx", "d.docx")
    found = lines_of(paths, unruly, workers, seconds=6)
    assert [line["path"] for line in found] == paths
    assert [line["status"] if line["error"] is None else line["error"]["code"] for line in found] == [
        "ok", "process_died", "ok", "too_slow", "process_died", "ok", "ok", "ok",
    ]  # fmt: skip
    assert len({line["sha256"] for line in found}) == 1, "known even where the reader died"


def test_a_file_that_takes_all_memory_costs_that_file_only(fill: Callable[..., list[str]]) -> None:
    paths = fill("a.docx", "ngon.docx", "b.docx")
    found = lines_of(paths, hungry, 1, memory=2**30)
    assert [line["error"] and line["error"]["code"] for line in found] == [None, "out_of_memory", None]


def test_no_more_is_read_ahead_than_the_window(fill: Callable[..., list[str]]) -> None:
    path = fill("a.docx")[0]
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield path

    lines = read_all(endless(), unruly, 1, 60, 0, "vi")
    for _ in range(20):
        next(lines)
    lines.close()
    assert taken <= 20 + AHEAD


def test_the_output_is_the_same_bytes_for_any_number_of_processes(
    tmp_path: Path, fill: Callable[..., list[str]]
) -> None:
    fill(*(f"{i % 3}/{i}.docx" for i in range(30)), "1/anh.png", "x.docx", "trống")
    made = []
    for workers in ("1", "2", "5"):
        out = tmp_path / f"{workers}.jsonl"
        assert main(["parse", str(tmp_path / "kho"), "-o", str(out), "--workers", workers]) == 1
        made.append(out.read_bytes())
    assert made[0] == made[1] == made[2]
    assert made[0].count(b"\n") == 33


def test_files_come_in_the_order_of_the_inputs_folders_by_name(tmp_path: Path, fill: Callable[..., list[str]]) -> None:
    fill("b/2.docx", "b/10.docx", "a.docx", "Ă.docx", "c/.an/x.docx", "~$a.docx", ".~lock.a.docx#", "Thumbs.db", "z")
    kho = tmp_path / "kho"
    found = [str(Path(p).relative_to(tmp_path)) for p in inputs([str(kho / "z"), str(kho), str(kho / "~$a.docx")])]
    assert found == ["kho/z", "kho/a.docx", "kho/b/10.docx", "kho/b/2.docx", "kho/z", "kho/Ă.docx", "kho/~$a.docx"]


def test_links_in_a_circle_end_and_links_to_files_count(tmp_path: Path, fill: Callable[..., list[str]]) -> None:
    path = Path(fill("a/b/x.docx")[0])
    (path.parent / "vòng").symlink_to(tmp_path / "kho")
    (path.parent / "y.docx").symlink_to(path)
    (path.parent / "hỏng.docx").symlink_to(tmp_path / "không có")
    found = [Path(p).name for p in inputs([str(tmp_path / "kho")])]
    assert found == ["hỏng.docx", "x.docx", "y.docx"]


def test_what_is_no_file_or_cannot_be_read_has_its_line(tmp_path: Path, fill: Callable[..., list[str]]) -> None:
    (good,) = fill("a.docx")
    os.mkfifo(tmp_path / "kho" / "ống")
    (tmp_path / "kho" / "rỗng").touch()
    (tmp_path / "kho" / "đứt").symlink_to("không có")
    with open(tmp_path / "kho" / "to", "wb") as big:
        big.truncate(2**25)
    out = tmp_path / "out.jsonl"
    missing = str(tmp_path / "thiếu.docx")
    assert main(["parse", str(tmp_path / "kho"), missing, "-o", str(out)]) == 1
    codes = {Path(line["path"]).name: line["error"] and line["error"]["code"] for line in parsed(out)}
    assert codes == {
        "a.docx": None,
        "rỗng": "empty_file",
        "to": "file_too_large",
        "ống": "no_regular_file",
        "đứt": "file_cannot_be_read",
        "thiếu.docx": "file_cannot_be_read",
    }
    shas = {Path(line["path"]).name: line["sha256"] for line in parsed(out)}
    assert shas["a.docx"] == hashlib.sha256(Path(good).read_bytes()).hexdigest()
    assert shas["to"] == hashlib.sha256(bytes(2**25)).hexdigest()


def test_a_folder_that_cannot_be_listed_has_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: str) -> Any:
        raise PermissionError(13, "Permission denied", folder)

    monkeypatch.setattr(os, "scandir", refuse)
    assert list(inputs([str(tmp_path)])) == [str(tmp_path)]


def test_names_that_are_no_utf8_are_written_readably(tmp_path: Path, document: bytes) -> None:
    name = os.fsencode(tmp_path) + b"/kho"
    os.mkdir(name)
    with open(name + b"/k\xe5.docx", "wb") as file:
        file.write(document)
    out = tmp_path / "out.jsonl"
    assert main(["parse", str(tmp_path / "kho"), "-o", str(out)]) == 0
    assert parsed(out)[0]["path"].endswith("/k\\xe5.docx")


def test_the_output_may_stand_in_the_folder_that_is_read(tmp_path: Path, fill: Callable[..., list[str]]) -> None:
    fill("a.docx", "z.docx")
    out = tmp_path / "kho" / "kết quả.jsonl"
    for _ in range(2):
        assert main(["parse", str(tmp_path / "kho"), "-o", str(out)]) == 0
    assert len(parsed(out)) == 2


def test_each_failure_is_named_on_standard_error(
    tmp_path: Path, fill: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    fill("a.docx", "ảnh.png", "nữa.png")
    assert main(["parse", str(tmp_path / "kho"), "-o", str(tmp_path / "out.jsonl")]) == 1
    err = capsys.readouterr().err.splitlines()
    assert len(err) == 2
    assert "ảnh.png: " in err[1]


def test_without_output_the_lines_go_to_standard_output(tmp_path: Path, fill: Callable[..., list[str]]) -> None:
    fill("a.docx", "b.docx")
    done = subprocess.run([*KEHOACH, "parse", str(tmp_path / "kho")], capture_output=True, check=True)
    assert [json.loads(line)["status"] for line in done.stdout.splitlines()] == ["ok", "ok"]
    assert done.stderr == b"", "no progress where there is no terminal"


@pytest.mark.parametrize(
    "arguments",
    [
        ["parse", "thiếu", "-o", "out.jsonl"],
        ["parse", "thiếu", "cũng thiếu"],
        ["parse", "-", "-o", "out.jsonl"],
        ["parse", ".", "-o", "out.parquet"],
        ["parse", ".", "-o", "/no/such/folder/out.jsonl"],
    ],
)
def test_wrong_use_ends_with_2_a_sentence_and_no_output(
    tmp_path: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_the_number_of_processes_must_be_one(capsys: pytest.CaptureFixture[str]) -> None:
    for text in ("0", "-1", "x"):
        with pytest.raises(SystemExit) as ended:
            main(["parse", "a", "--workers", text])
        assert ended.value.code == 2


@pytest.fixture
def _ctrl_c() -> Iterator[None]:
    """What is started hears Ctrl-C, also where a shell began the tests in the background and they do not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_ctrl_c")
@pytest.mark.parametrize(("sign", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_run_that_is_ended_leaves_whole_lines_and_no_process(
    tmp_path: Path, fill: Callable[..., list[str]], sign: signal.Signals, status: int
) -> None:
    fill(*(f"{i:03}.docx" for i in range(40)))
    (tmp_path / "kho").joinpath("nữa").mkdir()
    for i in range(1500):
        (tmp_path / "kho" / "nữa" / f"{i}.docx").symlink_to(tmp_path / "kho" / "000.docx")
    out = tmp_path / "out.jsonl"
    command = [*KEHOACH, "parse", str(tmp_path / "kho"), "-o", str(out), "--workers", "2"]
    with subprocess.Popen(command, start_new_session=True, stderr=subprocess.PIPE) as process:
        until = time.monotonic() + 30
        while not (out.exists() and out.stat().st_size) and time.monotonic() < until:
            time.sleep(0.01)
        os.killpg(process.pid, sign)
        assert process.wait(30) == status
    text = out.read_bytes()
    assert text.endswith(b"\n")
    assert 0 < len([json.loads(line) for line in text.splitlines()]) < 1540
    until = time.monotonic() + 10
    while _lives_group(process.pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert not _lives_group(process.pid)


def _lives_group(group: int) -> bool:
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, in_group = stat.read_text("utf-8").rpartition(")")[2].split()[:3]
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(in_group) == group and state != "Z":
            return True
    return False


def test_a_full_disk_leaves_whole_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out.jsonl"
    write = os.write
    with Lines(str(out)) as lines:
        lines.write("một")

        def half(file: int, data: Any) -> int:
            if len(data) > 4:
                return write(file, data[:4])
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "write", half)
        with pytest.raises(OSError, match="No space"):
            lines.write("hai ba bốn")
    assert out.read_text("utf-8") == "một\n"


def test_progress_is_shown_on_a_terminal(tmp_path: Path, fill: Callable[..., list[str]]) -> None:
    fill("a.docx", "b.docx")
    master, slave = os.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 100, 0, 0))
    command = [*KEHOACH, "parse", str(tmp_path / "kho"), "-o", str(tmp_path / "out.jsonl")]
    subprocess.run(command, stderr=slave, check=True)
    os.close(slave)
    shown = os.read(master, 65536).decode()
    os.close(master)
    assert "2/2" in shown
    assert "2 tệp: 2 đọc được" in shown


def test_one_file_may_be_written_as_a_line(tmp_path: Path, fill: Callable[..., list[str]]) -> None:
    (path,) = fill("a.docx")
    out = tmp_path / "out.jsonl"
    assert main(["parse", path, "-o", str(out)]) == 0
    assert parsed(out)[0]["plan"]["so"] == "05"
