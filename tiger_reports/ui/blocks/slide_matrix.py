"""A matrix of two estimates on a slide: a table whose cells hold what was estimated."""

from __future__ import annotations

from tiger_reports.model.exhibits.matrix import Matrix, Placed
from tiger_reports.ui.plain import html


def matrix_markup(shown: Matrix) -> str:
    """The rows from much to little, the columns from little to much, as on the slide."""
    corner = f"{html(shown.up)} ↑<br>{html(shown.across)} →"
    heads = "".join(f'<th scope="col">{html(name)}</th>' for name in shown.columns)
    rows = "".join(_row(shown, at, name) for at, name in enumerate(shown.rows))
    head = f"<thead><tr><th>{corner}</th>{heads}</tr></thead>"
    table = f'<table class="tr-matrix" aria-label="{html(shown.alt)}">{head}<tbody>{rows}</tbody></table>'
    return f'{table}<p class="tr-legend">{html(shown.legend)}</p>'


def _row(shown: Matrix, row: int, name: str) -> str:
    cells = "".join(
        f"<td>{''.join(_placed(one) for one in shown.placed if (one.row, one.column) == (row, column))}</td>"
        for column in range(len(shown.columns))
    )
    return f'<tr><th scope="row">{html(name)}</th>{cells}</tr>'


def _placed(one: Placed) -> str:
    first = ' class="tr-matrix-first"' if one.first else ""
    note = f"<span>{html(one.note)}</span>" if one.note else ""
    return f"<p{first}><b>{html(one.name)}</b>{note}</p>"
