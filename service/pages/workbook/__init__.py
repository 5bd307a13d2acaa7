"""The office's own Excel workbook: a plan written into it, and read back, by whatever hands it went through."""

from service.pages.workbook.filled import Filled
from service.pages.workbook.reading import read
from service.pages.workbook.writing import blank, write

__all__ = ["Filled", "blank", "read", "write"]
