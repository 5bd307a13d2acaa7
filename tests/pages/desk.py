"""A clerk at a desk who uploads files."""

from __future__ import annotations

import io
import json
from typing import Any

from tests.pages.office import Office, Page


class Desk(Office):
    """A clerk who also uploads files."""

    def upload(self, way: str, data: bytes | None, name: str = "tep.docx") -> Page:
        """Choose a file (none for None) on the page of a way, and send it."""
        self.open(f"/{way}")
        file = (io.BytesIO(data), name) if data is not None else (io.BytesIO(), "")
        answer = self.client.post(f"/{way}", data={"file": file}, headers=self.headers)
        return self._took(answer)

    def send(self, do: str) -> Page:
        """What a button sends that this page need not have."""
        self.page.buttons[do] = ""
        return self.press(do)

    def plan(self) -> dict[str, Any]:
        """The plan that the form gives in the end."""
        self.press("show")
        self.press("json")
        found: dict[str, Any] = json.loads(self.answer.data)
        return found

    @property
    def wrong(self) -> str:
        """What the page says is wrong with the file."""
        head, _, rest = self.page.html.partition('id="file--error">')
        return rest.partition("</p>")[0].rpartition("</span>")[2] if rest else head[:0]
