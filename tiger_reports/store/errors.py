"""What can go wrong in the store, one class a cause."""

from __future__ import annotations


class StoreError(Exception):
    """Parent of all; catch it where the cause does not matter."""


class RangeOverlapError(StoreError):
    """Stored rows stand for days that a file covers only in part: neither may silently win."""


class UndatedRowsError(StoreError):
    """Rows of a dated grain come without days: a fault of whoever read the file."""


class BusyError(StoreError):
    """Others kept changing the same client's facts; trying again later will do."""


class VersionGoneError(StoreError):
    """That version of the facts was cleaned away, or never was."""


class UnknownImportError(StoreError):
    """No commit of the facts carries that import id."""


class UnknownClientError(StoreError):
    """There is no client of that id."""


class ClientExistsError(StoreError):
    """There is a client of that id already."""


class AccountTakenError(StoreError):
    """An account belongs to another client."""


class UnknownUploadError(StoreError):
    """That client has no such upload, or not in the state asked for."""


class StaleError(StoreError):
    """Someone saved in between; read again and decide."""


class StateSkippedError(StoreError):
    """A report may not jump over a state."""


class UnknownFileError(StoreError):
    """No stored file has that hash."""
