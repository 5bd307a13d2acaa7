"""One line for one file: path, sha256, status, error, and the answer of `parse`."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from service.bulk.inputs import is_file, printable
from service.docx import messages as docx
from service.docx.limits import STANDARD, Limits
from service.mau import Templates
from service.messages import Language, Message
from service.places import templates_folder
from service.reading import parse
from service.refusals import Refusal, TooLarge

CANNOT_READ = Message("file_cannot_be_read", "Không đọc được tệp: {why}.", "The file cannot be read: {why}.")
NO_FILE = Message(
    "no_regular_file",
    "Đây không phải là tệp (thư mục, ống hay thiết bị).",
    "This is no file (a folder, pipe or device).",
)
MEMORY = Message(
    "out_of_memory",
    "Đọc tệp này cần quá nhiều bộ nhớ. Tăng cài đặt KEHOACH_WORKER_MEMORY, hoặc lưu lại tệp cho gọn.",
    "This file needs too much memory. Raise the setting KEHOACH_WORKER_MEMORY, or save the file anew.",
)
BROKEN = Message(
    "reader_failed",
    "Chương trình đọc gặp lỗi ở tệp này ({what}). Hãy báo lỗi kèm tệp.",
    "The reader failed on this file ({what}). Please report it with the file.",
)

Status = Literal["ok", "warned", "refused"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the output, its status, the file as text, and for a refusal the sentence about it."""

    text: str
    status: Status
    path: str
    error: str = ""


@cache
def _templates(folder: str) -> Templates:
    return Templates(Path(folder) if folder else templates_folder())


@dataclass(frozen=True, slots=True)
class ReadFile:
    """Turns a path into its line; goes to the processes that read, so it holds settings only."""

    language: Language
    office_seconds: float
    templates: str = ""
    limits: Limits = STANDARD

    def __call__(self, path: str) -> Line:
        """The line of a file. Never raises, unless the process is out of its senses."""
        sha256 = None
        try:
            if not is_file(path):
                return refused(path, NO_FILE, self.language)
            if (size := os.path.getsize(path)) > self.limits.file:
                sha256 = digest(path)
                raise TooLarge(docx.BIG_FILE, size=size, limit=self.limits.file)
            with open(path, "rb") as file:
                data = file.read()
            sha256 = hashlib.sha256(data).hexdigest()
            answer = parse(data, _templates(self.templates), self.office_seconds, self.limits).as_dict(self.language)
        except OSError as error:
            return refused(path, CANNOT_READ, self.language, sha256, why=error.strerror or type(error).__name__)
        except Refusal as refusal:
            return refused(path, refusal.message, self.language, sha256, **refusal.values)
        except MemoryError:
            return refused(path, MEMORY, self.language, sha256)
        except Exception as error:  # a defect of ours costs its file, not the archive
            return refused(path, BROKEN, self.language, sha256, what=f"{type(error).__name__}: {error}"[:200])
        status: Status = "warned" if answer["warnings"] else "ok"
        head: dict[str, Any] = {"path": printable(path), "sha256": sha256, "status": status, "error": None}
        return Line(json.dumps(head | answer, ensure_ascii=False), status, head["path"])


def refused(path: str, message: Message, language: Language, sha256: str | None = None, **values: object) -> Line:
    """The line of a file that is not read."""
    detail = message.text(language, **values)
    error = {"code": message.code, "detail": detail}
    line = {"path": printable(path), "sha256": sha256, "status": "refused", "error": error}
    return Line(json.dumps(line, ensure_ascii=False), "refused", printable(path), detail)


def digest(path: str) -> str | None:
    """The SHA-256 of a file, of any size, in little memory; None where it cannot be read."""
    try:
        if not is_file(path):
            return None
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
