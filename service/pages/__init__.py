"""The office's web pages (contract §2): a thin shell over schemas, mau and reading."""

from flask import Flask

from service.pages import uploads as _uploads  # noqa: F401 - the second and third way in
from service.pages.failures import page_of_failure, page_of_refusal, wants_page
from service.pages.languages import install as _install_languages
from service.pages.security import bound_form, is_cross_site, protect
from service.pages.views import pages


def install_pages(app: Flask) -> None:
    """Give an application its pages."""
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    _install_languages(app)
    app.register_blueprint(pages)


__all__ = [
    "bound_form",
    "install_pages",
    "is_cross_site",
    "page_of_failure",
    "page_of_refusal",
    "protect",
    "wants_page",
]
