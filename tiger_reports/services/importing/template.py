"""The template workbook: a sheet to fill in by hand, ready for a client's month, and how to do it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tiger_reports.model.client import Actor, Client
from tiger_reports.model.period import Period
from tiger_reports.panels import by_hand
from tiger_reports.panels.currency import MONEY
from tiger_reports.panels.definition import CHANNEL
from tiger_reports.services.channels import client_channels, known_channels
from tiger_reports.services.guard import seen_client
from tiger_reports.services.importing.text_cells import write_text
from tiger_reports.services.office import Office
from tiger_reports.text import phrase

HEADER_ROW, LAST_ROW = 4, 500
STEPS = ("step1", "step2", "step3", "step4", "step5")
WIDTHS = {CHANNEL: 26, "campaign": 30}
HEADER_FILL = PatternFill("solid", fgColor="E9ECEF")
INPUT_FILL = PatternFill("solid", fgColor="FFF9E6")
DATE_FORM, MONEY_FORM, COUNT_FORM = "yyyy-mm-dd", "#,##0.00", "#,##0.##"


@dataclass(frozen=True)
class Template:
    name: str
    data: bytes


def template(office: Office, actor: Actor, client_id: str, month: Period) -> Template:
    """The workbook in the client's language: its channels, the month and its currency stand there already."""
    client = seen_client(office, actor, client_id)
    own, known = (find(office, actor, client_id) for find in (client_channels, known_channels))
    book = Workbook()
    guide = book.worksheets[0]
    _guide(guide, client, known)
    _figures(book.create_sheet(_word(client, "sheet")), client, month, own, guide.title, len(known))
    book.active = 1
    out = BytesIO()
    book.save(out)
    return Template(f"{client.id} {month.month_key} {_word(client, 'name')}.xlsx", out.getvalue())


def _word(client: Client, key: str, **values: object) -> str:
    return phrase(f"template.{key}", client.language, **values)


def _guide(sheet: Worksheet, client: Client, channels: Sequence[str]) -> None:
    """Steps in column A; the channels to choose from in column C."""
    sheet.title = _word(client, "guide")
    sheet.column_dimensions["A"].width, sheet.column_dimensions["C"].width = 92, 32
    _heading(sheet.cell(1, 1), by_hand.title(_word(client, "guide")))
    values = {"sheet": _word(client, "sheet"), "currency": client.currency}
    for number, step in enumerate(STEPS, 3):
        write_text(sheet.cell(number, 1), f"{number - 2}. {_word(client, step, **values)}")
        sheet.cell(number, 1).alignment = Alignment(wrap_text=True, vertical="top")
    _heading(sheet.cell(1, 3), _word(client, "channels"))
    for number, name in enumerate(channels, 2):
        write_text(sheet.cell(number, 3), name)


def _figures(
    sheet: Worksheet, client: Client, month: Period, channels: Sequence[str], guide: str, offered: int
) -> None:
    names = by_hand.headers(client.language, client.currency)
    columns = list(names)
    _heading(sheet.cell(1, 1), by_hand.title(_word(client, "title")))
    write_text(sheet.cell(2, 1), _word(client, "client", name=client.name))
    for place, column in enumerate(columns, 1):
        _heading(sheet.cell(HEADER_ROW, place), names[column], fill=HEADER_FILL)
        sheet.column_dimensions[get_column_letter(place)].width = WIDTHS.get(column, 15)
        for row in range(HEADER_ROW + 1, HEADER_ROW + 1 + max(len(channels), 12)):
            sheet.cell(row, place).number_format = _form(column)
            sheet.cell(row, place).fill = INPUT_FILL
    for row, name in enumerate(channels, HEADER_ROW + 1):
        write_text(sheet.cell(row, columns.index(CHANNEL) + 1), name)
        sheet.cell(row, columns.index("starts") + 1).value = max(month.start, client.start)
        sheet.cell(row, columns.index("ends") + 1).value = month.last_day
    sheet.freeze_panes = f"B{HEADER_ROW + 1}"
    _validate(sheet, client, columns, f"{quote_sheetname(guide)}!$C$2:$C${offered + 1}")


def _form(column: str) -> str:
    if column in ("starts", "ends"):
        return DATE_FORM
    return MONEY_FORM if column in MONEY else COUNT_FORM


def _validate(sheet: Worksheet, client: Client, columns: Sequence[str], channels: str) -> None:
    """The spreadsheet program asks back at once; what it lets through our checks see."""
    bad_date, bad_number = _word(client, "bad_date"), _word(client, "bad_number")
    choice = DataValidation("list", formula1=channels, allow_blank=True, showErrorMessage=False)
    days = DataValidation(
        "date", operator="greaterThan", formula1="36526", error=bad_date, showErrorMessage=True
    )
    numbers = DataValidation(
        "decimal", operator="between", formula1="-1000000000000", formula2="1000000000000", error=bad_number
    )
    numbers.showErrorMessage = True
    for place, column in enumerate(columns, 1):
        letter = get_column_letter(place)
        cells = f"{letter}{HEADER_ROW + 1}:{letter}{LAST_ROW}"
        if column == CHANNEL:
            choice.add(cells)
        elif column in ("starts", "ends"):
            days.add(cells)
        elif column != "campaign":
            numbers.add(cells)
    for rule in (choice, days, numbers):
        sheet.add_data_validation(rule)


def _heading(cell: Cell | MergedCell, text: str, fill: PatternFill | None = None) -> None:
    write_text(cell, text)
    cell.font = Font(bold=True)
    if fill:
        cell.fill = fill
        cell.alignment = Alignment(wrap_text=True, vertical="top")
