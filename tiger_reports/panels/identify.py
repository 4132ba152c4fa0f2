"""Which panel each sheet of a file is: by the definitions, or by what a person said of its columns."""

from __future__ import annotations

from tiger_reports.panels.definition import Panel
from tiger_reports.panels.mapped import described, panel_of
from tiger_reports.panels.options import ReadOptions
from tiger_reports.panels.recognise import Recognition, recognise
from tiger_reports.panels.sheet import Sheet

Identified = list[tuple[Sheet, Recognition]]


def identify(sheets: tuple[Sheet, ...], options: ReadOptions, catalogue: tuple[Panel, ...]) -> Identified:
    """What each sheet is; where nothing fits or a channel is named, by what a person said of the columns.

    Columns that a person named never help to recognise a panel that nobody chose: `clicks` is in all of them.
    """
    if options.channel is None:
        chosen = options.mapping if options.panel else {}
        found = [(sheet, recognise(sheet, catalogue, chosen, options.panel)) for sheet in sheets]
        if not options.mapping or options.panel:
            return found
        if any(recognition.match for _, recognition in found):
            return [(sheet, recognise(sheet, catalogue, options.mapping, None)) for sheet in sheets]
    return [(sheet, _by_description(sheet, options)) for sheet in sheets]


def _by_description(sheet: Sheet, options: ReadOptions) -> Recognition:
    said = described(sheet.head, options.mapping, options.channel or "", options.currency, options.date_order)
    return Recognition() if said is None else recognise(sheet, (panel_of(said),), options.mapping, None)
