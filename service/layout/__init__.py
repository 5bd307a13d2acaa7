"""Documents that people typed, read by the decree's layout."""

from service.layout.reading import read_layout

__all__ = ["read_layout"]
