"""A clerk without scripts: what a page shows, and what pressing a button sends."""

from __future__ import annotations

import io
from html.parser import HTMLParser
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse


class Page(HTMLParser):
    """What a browser without scripts takes from a page: fields as they would be sent, buttons, ids, text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.fields: list[tuple[str, str]] = []
        self.buttons: dict[str, str] = {}
        self.ids: list[str] = []
        self.links: list[str] = []
        self.focus: str | None = None
        self.tags: list[tuple[str, dict[str, Any]]] = []
        self._area: list[str] | None = None
        self._inert = False
        self.html = html
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given: dict[str, Any] = dict(attrs)
        self._inert = self._inert or tag == "template"
        if self._inert:
            return  # what scripts make rows of; no browser shows or sends it
        self.tags.append((tag, given))
        if "id" in given:
            self.ids.append(given["id"])
        if "autofocus" in given:
            self.focus = given.get("id", given.get("class"))
        if tag == "a":
            self.links.append(given.get("href", ""))
        if tag == "button" and given["type"] == "submit" and "hidden" not in given:
            self.buttons[given.get("value", "")] = given.get("aria-label", "")
        if tag == "textarea":
            self._area = [given["name"], ""]
        if tag == "input" and (given["type"] not in ("checkbox", "radio") or "checked" in given):
            self.fields.append((given["name"], given.get("value", "")))

    def handle_data(self, data: str) -> None:
        if self._area:
            self._area[1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "template":
            self._inert = False
        if tag == "textarea" and self._area:
            name, text = self._area
            text = text.removeprefix("\n")  # as browsers do
            self.fields.append((name, text.replace("\n", "\r\n")))
            self._area = None


class Office:
    """A clerk at a browser without scripts."""

    def __init__(self, client: FlaskClient, language: str = "vi") -> None:
        self.client = client
        self.headers = {"Accept": "text/html,*/*;q=0.8", "Accept-Language": language, "Sec-Fetch-Site": "same-origin"}
        self.answer: TestResponse
        self.page: Page

    def open(self, address: str) -> Page:
        """Go to an address."""
        return self._took(self.client.get(address, headers=self.headers))

    def type(self, **texts: str) -> None:
        """Type into fields; `__` in a name stands for a dot."""
        named = {name.replace("__", "."): text for name, text in texts.items()}
        assert named.keys() <= {name for name, _ in self.page.fields}, named.keys()
        self.page.fields = [(name, named.get(name, value)) for name, value in self.page.fields]

    def press(self, do: str) -> Page:
        """Press a button, which must be there."""
        assert do in self.page.buttons, (do, sorted(self.page.buttons))
        answer = self.client.post("/soan-moi", data=_form([*self.page.fields, ("do", do)]), headers=self.headers)
        return self._took(answer)

    def upload(self, way: str, data: bytes, name: str = "tep") -> Page:
        """Choose a file on the page of a way, and send it."""
        answer = self.client.post(f"/{way}", data={"file": (io.BytesIO(data), name)}, headers=self.headers)
        return self._took(answer)

    def field(self, name: str) -> str:
        """What stands in a field."""
        return dict(self.page.fields)[name]

    def _took(self, answer: TestResponse) -> Page:
        self.answer = answer
        if answer.mimetype == "text/html":
            self.page = Page(answer.text)
        return self.page


def _form(fields: list[tuple[str, str]]) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for name, value in fields:
        out.setdefault(name, []).append(value)
    return out
