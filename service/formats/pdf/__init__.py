"""A PDF with a text layer as a document: letters and drawn rules become lines, tables and paragraphs."""

from service.formats.pdf.reading import read_pdf

__all__ = ["read_pdf"]
