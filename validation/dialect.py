"""DuckDB for Great Expectations: duckdb-engine's dialect with buffered results.

Great Expectations reads rows after it has given the connection back, and by then DuckDB has dropped a
pending result. Here each result is fetched as soon as its statement ran. (Rules return few rows.)
"""

from __future__ import annotations

import duckdb
from duckdb_engine import ConnectionWrapper, Dialect
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.psycopg2 import PGExecutionContext_psycopg2
from sqlalchemy.engine.cursor import FullyBufferedCursorFetchStrategy
from sqlalchemy.pool import StaticPool

NAME = "tiger_duckdb"
URL = f"{NAME}:///:memory:"


class BufferedContext(PGExecutionContext_psycopg2):
    def post_exec(self) -> None:
        super().post_exec()  # type: ignore[no-untyped-call]  # the base has no types
        if self.cursor.description:
            self.cursor_fetch_strategy = FullyBufferedCursorFetchStrategy(
                self.cursor, initial_buffer=self.cursor.fetchall()
            )


class BufferedDuckDB(Dialect):
    execution_ctx_cls = BufferedContext
    supports_statement_cache = False


def engine_arguments(connection: duckdb.DuckDBPyConnection) -> dict[str, object]:
    """Arguments of `create_engine` for `URL` that make every session share one open connection."""
    registry.register(NAME, __name__, BufferedDuckDB.__name__)
    wrapped = ConnectionWrapper(connection)
    return {"creator": lambda: wrapped, "poolclass": StaticPool}
