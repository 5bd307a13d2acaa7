"""Any file as a document: the kinds that are read, the ways to turn the others into them, and letters of old fonts."""

from service.formats.letters import in_unicode
from service.formats.opening import OFFICE_SECONDS, read_any

__all__ = ["OFFICE_SECONDS", "in_unicode", "read_any"]
