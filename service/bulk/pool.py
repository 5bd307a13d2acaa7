"""Many files read by few processes, each file with a deadline: one that hangs or dies costs that file only."""

from __future__ import annotations

import multiprocessing
import resource
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, TimeoutError
from typing import Any

from pebble import ProcessExpired, ProcessPool

from service.bulk.lines import Line, digest, refused
from service.messages import Language, Message

DIED = Message(
    "process_died",
    "Tệp này làm chương trình đọc dừng đột ngột. Mở bằng Word và lưu lại dạng .docx.",
    "This file killed the process that read it. Open it in Word and save it as .docx.",
)
TOO_SLOW = Message(
    "too_slow",
    "Đọc tệp này quá {seconds} giây nên đã dừng. Tăng cài đặt KEHOACH_PARSE_TIMEOUT, hoặc mở bằng Word và lưu lại.",
    "Reading this file took over {seconds} seconds and was stopped. Raise the setting KEHOACH_PARSE_TIMEOUT, or save it anew in Word.",
)
AHEAD = 8
"""Files handed out ahead for each process: keeps them busy, and bounds what waits for a slow file before them."""
RENEWED = 2_000
"""Files after which a process is replaced, so that no leak grows with the archive."""


def read_all(
    paths: Iterable[str],
    read: Callable[[str], Line],
    workers: int,
    seconds: float,
    memory: int,
    language: Language,
) -> Generator[Line, None, None]:
    """A line for every path, in their order; `memory`: bytes of address space of each process, 0 for no limit."""
    context: Any = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["service.bulk.lines"])
    waiting: deque[tuple[str, Future[Line]]] = deque()
    pool = ProcessPool(workers, RENEWED, _begin, (memory,), context)
    try:
        for path in paths:
            waiting.append((path, pool.schedule(read, (path,), timeout=seconds)))
            if len(waiting) >= AHEAD * workers:
                yield _result(*waiting.popleft(), seconds, language)
        while waiting:
            yield _result(*waiting.popleft(), seconds, language)
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def _begin(memory: int) -> None:
    # Ctrl-C reaches every process of the terminal; the first one ends the others when its line is whole.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if memory:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _result(path: str, future: Future[Line], seconds: float, language: Language) -> Line:
    try:
        return future.result()
    except TimeoutError:
        return refused(path, TOO_SLOW, language, digest(path), seconds=round(seconds))
    except ProcessExpired:
        return refused(path, DIED, language, digest(path))
