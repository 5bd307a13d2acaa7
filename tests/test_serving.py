"""`kehoach serve`: real processes on the loopback, stopped, killed and started wrongly."""

from __future__ import annotations

import itertools
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from service.places import samples_folder
from tests.test_templates import altered

MODEL = samples_folder() / "ke-hoach-mau.json"


PORTS = itertools.count(20_000 + os.getpid() % 600 * 20)
"""Of this process alone, below those that the system gives away: none is taken before the service asks for it."""


def free_port() -> int:
    for port in PORTS:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port
    raise AssertionError("no port is free")


def started(port: int, workers: int = 2, **settings: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "service.cli", "serve", "--port", str(port), "--workers", str(workers)]
    return subprocess.Popen(command, env=os.environ | settings, stderr=subprocess.PIPE, text=True)


def ended(process: subprocess.Popen[str], seconds: float = 30) -> tuple[int, str]:
    try:
        _, errors = process.communicate(timeout=seconds)
    finally:
        process.kill()
    return process.returncode, errors


def get(port: int, path: str) -> bytes:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
        body: bytes = answer.read()
        return body


def post_model(port: int) -> bytes:
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/api/v1/render", MODEL.read_bytes(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        body: bytes = answer.read()
        return body


def until_ready(port: int) -> None:
    for _ in range(200):
        try:
            get(port, "/readyz")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("not ready in 20 seconds")


@pytest.fixture(scope="module")
def lasting() -> Iterator[int]:
    """The port of a service that no test stops."""
    port = free_port()
    process = started(port)
    try:
        until_ready(port)
        yield port
    finally:
        process.terminate()
        ended(process)


@pytest.fixture
def server() -> Iterator[tuple[int, subprocess.Popen[str]]]:
    port = free_port()
    process = started(port)
    try:
        until_ready(port)
        yield port, process
    finally:
        process.terminate()
        ended(process)


def children(process: subprocess.Popen[str]) -> set[int]:
    text = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text("ascii")
    return {int(pid) for pid in text.split()}


def counted(port: int) -> float:
    lines = get(port, "/metrics").decode().splitlines()
    line = next(line for line in lines if "kehoach_requests_total" in line and "render" in line and "200" in line)
    return float(line.split()[-1])


def test_a_worker_that_ends_takes_neither_requests_nor_the_others_counters(server: Any) -> None:
    port, process = server
    assert len({post_model(port) for _ in range(6)}) == 1
    for pid in list(children(process)):
        os.kill(pid, signal.SIGTERM)
        while pid in children(process):
            time.sleep(0.05)
    until_ready(port)
    assert len({post_model(port) for _ in range(6)}) == 1
    assert counted(port) == 12


def test_an_accepted_request_is_answered_before_the_service_ends(server: Any) -> None:
    port, process = server
    body = MODEL.read_bytes()
    with socket.create_connection(("127.0.0.1", port), 10) as client:
        head = f"POST /api/v1/render HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        client.sendall(head.encode() + b"Connection: close\r\n\r\n" + body[:100])
        time.sleep(0.5)
        process.send_signal(signal.SIGTERM)
        time.sleep(0.5)
        client.sendall(body[100:])
        answer = b""
        while piece := client.recv(65536):
            answer += piece
    assert answer.startswith(b"HTTP/1.1 200")
    assert ended(process)[0] == 0
    with pytest.raises(OSError):
        get(port, "/healthz")


TOO_LARGE = [
    ("/van-ban-cu", "multipart/form-data; boundary=x", "text/html", "phải nhỏ hơn 20 MB", 413),
    ("/soan-moi", "application/x-www-form-urlencoded", "text/html", "phải nhỏ hơn 20 MB", 413),
    ("/api/v1/render", "application/json", "*/*", "20971520", 413),
    ("/khong-co", "application/json", "text/html", "Không có trang này", 404),
]


@pytest.mark.parametrize(("path", "kind", "accept", "words", "status"), TOO_LARGE)
def test_who_sends_too_much_hears_the_answer_and_no_reset(
    lasting: int, path: str, kind: str, accept: str, words: str, status: int
) -> None:
    piece, pieces = b"x" * 2**20, 60
    head = f"POST {path} HTTP/1.1\r\nHost: a\r\nAccept: {accept}\r\nContent-Type: {kind}\r\nContent-Length: {pieces * 2**20}\r\n\r\n"
    with socket.create_connection(("127.0.0.1", lasting), 20) as client:
        client.sendall(head.encode())
        for _ in range(pieces):  # as browsers do: all of it, before the answer is looked at
            client.sendall(piece)
        answer = client.recv(2**20)
        while words.encode() not in answer and (more := client.recv(2**20)):
            answer += more
    assert answer.startswith(f"HTTP/1.1 {status}".encode())
    assert words in answer.decode()


@pytest.mark.parametrize(
    ("request_text", "status"),
    [
        (b"GET /api/v1/render?template=" + b"a" * 9_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n", 414),
        (b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"a" * 9_000 + b"\r\n\r\n", 431),
        (b"nonsense\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: a\r\nA\x00: b\r\n\r\n", 400),
    ],
)
def test_what_never_becomes_a_request_is_a_problem_too(lasting: int, request_text: bytes, status: int) -> None:
    with socket.create_connection(("127.0.0.1", lasting), 10) as client:
        client.sendall(request_text)
        answer = b""
        while piece := client.recv(65536):
            answer += piece
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(f"HTTP/1.1 {status} ".encode())
    assert b"Content-Type: application/problem+json" in head
    assert json.loads(body)["status"] == status


def test_an_unknown_setting_stops_the_start_with_its_name() -> None:
    status, errors = ended(started(free_port(), KEHOACH_BODY_LIMITT="5"))
    assert status == 2
    assert "KEHOACH_BODY_LIMITT" in errors
    assert "Traceback" not in errors


def test_a_template_that_cannot_render_stops_the_start_with_place_and_tag(tmp_path: Path) -> None:
    (tmp_path / "kehoach.docx").write_bytes(altered(b"{{ ten_loai }}", b"{{ ten_loaj }}"))
    status, errors = ended(started(free_port(), KEHOACH_TEMPLATES=str(tmp_path)))
    assert status == 2
    assert "{{ ten_loaj }}" in errors
    assert "Traceback" not in errors


def test_a_port_in_use_stops_the_start_with_a_sentence() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        status, errors = ended(started(other.getsockname()[1]))
    assert status == 2
    assert "--port" in errors
    assert "Traceback" not in errors


def test_a_folder_without_the_templates_stops_the_start(tmp_path: Path) -> None:
    status, errors = ended(started(free_port(), KEHOACH_TEMPLATES=str(tmp_path / "none")))
    assert status == 2
    assert "none" in errors
    assert "Traceback" not in errors


def test_connections_that_say_nothing_do_not_keep_the_others_waiting(lasting: int) -> None:
    idle = [socket.create_connection(("127.0.0.1", lasting)) for _ in range(20)]  # as browsers open them ahead of need
    try:
        assert get(lasting, "/healthz")
    finally:
        for connection in idle:
            connection.close()
