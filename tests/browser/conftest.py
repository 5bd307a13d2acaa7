"""Real Chromium on a real server. Each page is watched: nothing on its console, nothing asked of another host."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request, expect, sync_playwright

from tests.test_serving import ended, free_port, started, until_ready

PATIENCE = 30_000
"""Milliseconds that a page may take on a busy machine; a test that passes waits for none of them."""
expect.set_options(timeout=PATIENCE)

CHROMIUM = "/usr/bin/chromium"
QUIET = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
SHOTS = Path(__file__).parent.parent.parent / "build" / "screenshots"


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Where the service answers: the one that offices run."""
    port = free_port()
    process = started(port, workers=1)
    until_ready(port)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    ended(process)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    assert Path(CHROMIUM).exists(), "Chromium is missing: make system"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET.split())
        yield browser
        browser.close()


class Desk:
    """A clerk's desk: opens pages as this or that browser shows them, and watches what they do."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser = browser
        self.address = address
        self.heard: list[str] = []

    def page(
        self,
        path: str = "/",
        *,
        scripts: bool = True,
        language: str = "vi",
        width: int = 1280,
        height: int = 900,
        **more: Any,
    ) -> Page:
        """A page in a browser of its own; `scripts`, `language`, `width` and what Playwright's context takes."""
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            java_script_enabled=scripts,
            locale=language,
            accept_downloads=True,
            **more,
        )
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda message: self._hear(message.type, message.text))
        page.on("pageerror", lambda error: self.heard.append(str(error)))
        page.on("request", self._watch)
        page.goto(self.address + path)
        return page

    def _hear(self, kind: str, text: str) -> None:
        if kind in ("error", "warning") and "422" not in text:  # what is to be mended comes with that status
            self.heard.append(text)

    def _watch(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.heard.append(f"asked {request.url}")


@pytest.fixture
def desk(chromium: Browser, address: str) -> Iterator[Desk]:
    """A desk whose pages are closed after the test; a word on a console or to another host fails it."""
    desk = Desk(chromium, address)
    yield desk
    for context in chromium.contexts:
        context.close()
    assert desk.heard == []


def shot(page: Page, name: str) -> None:
    """Keep a picture of the page under build/screenshots, to be looked at."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / f"{name}.png", full_page=True)


def faults_of(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 AA and good practice: rule and element."""
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


def spills(page: Page) -> list[str]:
    """What reaches beyond the width of the window."""
    return page.evaluate(  # type: ignore[no-any-return]
        """() => document.scrollingElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll("body *")]
        .filter((e) => e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.outerHTML.slice(0, 120))"""
    )


def too_small(page: Page) -> list[str]:
    """Targets below 24 by 24 (WCAG 2.5.8) that are no link in a sentence."""
    return page.evaluate(  # type: ignore[no-any-return]
        """() => [...document.querySelectorAll("button, input:not([type=hidden]), textarea, summary, select, nav a, header a, li > a")]
        .filter((e) => e.checkVisibility() && !e.classList.contains("visually-hidden"))
        .filter((e) => { const r = e.getBoundingClientRect(); return r.width < 24 || r.height < 24; })
        .map((e) => e.outerHTML.slice(0, 120))"""
    )
