"""Reading and checking uploads in a child process, so that no file can take the program down."""

from tiger_reports.services.reading.reader import Reader
from tiger_reports.services.reading.table import FileRead, TableRead

__all__ = ["FileRead", "Reader", "TableRead"]
