"""Panel files to normalised rows: definitions are data, the file's bytes decide."""

from tiger_reports.panels.codes import FINDING_CODES
from tiger_reports.panels.options import DateOrder, ReadOptions
from tiger_reports.panels.read import read_file
from tiger_reports.panels.result import DroppedRow, ReadFile, ReadTable

__all__ = ["FINDING_CODES", "DateOrder", "DroppedRow", "ReadFile", "ReadOptions", "ReadTable", "read_file"]
