"""A value that is current only in the run that made it: a fragment that runs again reads anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Once(Generic[T]):
    def __init__(self, value: T) -> None:
        self._left = [value]

    def take(self, read: Callable[[], T]) -> T:
        """The value the first time, what `read` gives after that."""
        return self._left.pop() if self._left else read()
