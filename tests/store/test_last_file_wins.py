"""After any sequence of imports each day shows what the last file that covers it says."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.store.frames import by_day, frame_of, key, row
from tiger_reports.store.facts import Facts


class Imports(RuleBasedStateMachine):
    """Two clients and two accounts against plain dictionaries."""

    def __init__(self) -> None:
        super().__init__()
        import tempfile

        self.folder = tempfile.TemporaryDirectory()
        self.facts = Facts(self.folder.name)
        self.expected: dict[tuple[str, str, int], float] = {}
        self.count = 0

    @rule(
        client=st.sampled_from(["acme", "globex"]),
        accounts=st.sets(st.sampled_from(["A", "B"]), min_size=1),
        first=st.integers(1, 10),
        spend=st.lists(st.none() | st.integers(0, 9), min_size=1, max_size=6),
    )
    def load(self, client: str, accounts: set[str], first: int, spend: list[int | None]) -> None:
        """None in `spend` is a day without a row; the file still covers it when it lies between others."""
        days = {first + n: amount for n, amount in enumerate(spend) if amount is not None}
        if not days:
            return
        self.count += 1
        rows = [
            row(day, float(amount), account=account) for account in accounts for day, amount in days.items()
        ]
        self.facts.commit(client, f"i{self.count}", frame_of(rows), key())
        for account in accounts:
            for day in range(min(days), max(days) + 1):
                self.expected.pop((client, account, day), None)
            self.expected |= {(client, account, day): float(amount) for day, amount in days.items()}

    @invariant()
    def the_stored_days_are_those_of_the_last_files(self) -> None:
        for client in ("acme", "globex"):
            totals: dict[int, float] = {}
            for (owner, _, day), amount in self.expected.items():
                if owner == client:
                    totals[day] = totals.get(day, 0.0) + amount
            assert by_day(self.facts, client) == totals

    def teardown(self) -> None:
        self.folder.cleanup()


Imports.TestCase.settings = settings(max_examples=12, stateful_step_count=8, deadline=None)
TestLastFileWins = Imports.TestCase
