"""The language of a page: by choice (`?lang=`, kept in a cookie), else by the browser, else Vietnamese.

The pages are written in Vietnamese; `translations/en` is their English. Catalogues are read from `.po`, so there is
nothing to compile and only one file that can be out of date.
"""

from __future__ import annotations

from functools import cache, cached_property
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from flask import Flask, Response, g, request
from flask_babel import Babel, Domain, refresh

from service.messages import Language

COOKIE = "lang"
_YEAR = 365 * 24 * 3600
FOLDER = Path(__file__).with_name("translations")


class _Domain(Domain):  # type: ignore[misc]
    """Catalogues as they are kept."""

    def get_translations(self) -> NullTranslations:
        return catalogue(language())


class _Babel(Babel):  # type: ignore[misc]
    @cached_property
    def domain_instance(self) -> Domain:
        return _Domain()


@cache
def catalogue(language: Language) -> NullTranslations:
    """The sentences of the pages in `language`."""
    if language == "vi":
        return NullTranslations()
    with (FOLDER / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        compiled = BytesIO()
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return Translations(compiled)


def language() -> Language:
    """The language of this request's page."""
    if "language" not in g:
        asked = (request.args.get("lang"), request.cookies.get(COOKIE))
        given = next((choice for choice in asked if choice in ("vi", "en")), None)
        best = given or request.accept_languages.best_match(["vi", "en"], default="vi")
        g.language = "en" if best == "en" else "vi"
    return g.language  # type: ignore[no-any-return]


def choose(chosen: str) -> None:
    """Answer this request in the language chosen on a page, and remember it."""
    if chosen in ("vi", "en"):
        g.language = g.chosen_language = chosen
        refresh()


def remember(response: Response) -> Response:
    """The answer, with the choice of this request kept for the next."""
    chosen = g.get("chosen_language") or request.args.get("lang")
    if chosen in ("vi", "en"):
        response.set_cookie(COOKIE, chosen, max_age=_YEAR, samesite="Lax", httponly=True, secure=request.is_secure)
    return response


def install(app: Flask) -> None:
    """Give the templates of `app` their languages."""
    _Babel(app, default_locale="vi", locale_selector=language)
