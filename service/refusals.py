"""The one error hierarchy. Only refusals are raised; everything milder is a value (see `service.notes`).

Refusal                      base; `status` is the HTTP status of its kind
├── NotJson            400   the body is not JSON
├── PlanRefused        422   the plan breaks the schema; one fault for each place
├── DocumentRefused    422   a file that is unsafe, damaged or no document
├── TooLarge           413   over a limit that is named
├── UnknownMedia       415   a media type or file kind that is not read
├── NotAcceptable      406   nothing that is acceptable can be made here (PDF without LibreOffice)
├── Forbidden          403   sent by another site's page
├── NotFound           404   no such template or page
├── Busy               503   try again after `retry_after` seconds
└── TemplateRefused    500   a template that cannot render: stops the start, never a request
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from service.messages import Language, Message


class Refusal(Exception):
    """A case that cannot go on, with its sentence in both languages."""

    status: ClassVar[int] = 422

    def __init__(self, message: Message, **values: object) -> None:
        super().__init__(message.text("en", **values))
        self.message = message
        self.values = values

    @property
    def code(self) -> str:
        """The stable code of the case."""
        return self.message.code

    def detail(self, language: Language = "vi") -> str:
        """What happened and what to do, in `language`."""
        return self.message.text(language, **self.values)


class NotJson(Refusal):
    """The body is not JSON, or not JSON that two readers would read alike."""

    status = 400


@dataclass(frozen=True, slots=True)
class Fault:
    """One place of a payload that is wrong: JSON pointer (RFC 6901), and the sentence about it."""

    pointer: str
    message: Message
    values: tuple[tuple[str, object], ...] = ()

    def detail(self, language: Language = "vi") -> str:
        """What is wrong here and what to write instead, in `language`."""
        return self.message.text(language, **dict(self.values))


PLAN_REFUSED = Message(
    "plan_refused",
    "Kế hoạch có {count} chỗ cần sửa. Sửa các chỗ nêu trong “errors” rồi gửi lại.",
    "Places to mend in the plan: {count}. Mend those listed in “errors” and send it again.",
)


class PlanRefused(Refusal):
    """A payload that breaks the schema; `faults` names every place at once."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(PLAN_REFUSED, count=len(faults))
        self.faults = faults


class DocumentRefused(Refusal):
    """A file that is unsafe, damaged or no document."""


class TooLarge(DocumentRefused):
    """Over a limit; the sentence names the limit."""

    status = 413


class UnknownMedia(DocumentRefused):
    """A kind of file or body that is not read here."""

    status = 415


class NotAcceptable(Refusal):
    """None of the acceptable answers can be made here."""

    status = 406


class Forbidden(Refusal):
    """Sent by another site's page."""

    status = 403


class NotFound(Refusal):
    """No such template or page."""

    status = 404


class Busy(Refusal):
    """Too much at once, or too slow; worth trying again."""

    status = 503

    def __init__(self, message: Message, retry_after: int, **values: object) -> None:
        super().__init__(message, retry_after=retry_after, **values)
        self.retry_after = retry_after


class TemplateRefused(Refusal):
    """A template that cannot be rendered; `place` says where in it."""

    status = 500
