"""Word templates, both ways: the only importer of docxtpl."""

from service.mau.templates import Template, Templates

__all__ = ["Template", "Templates"]
