"""Words for the reader of one run: `t("ui.start.title")`."""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.text import has, phrase


@dataclass(frozen=True)
class Words:
    language: str

    def __call__(self, key: str, /, **values: object) -> str:
        return phrase(key, self.language, **values)

    def has(self, key: str) -> bool:
        return has(key, self.language)

    def first(self, *keys: str, **values: object) -> str:
        """The phrase of the first key that there is: a special sentence, else the general one."""
        found = next((key for key in keys if has(key, self.language)), keys[-1])
        return phrase(found, self.language, **values)
