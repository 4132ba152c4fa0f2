"""Start: the board of every client's month."""

from tiger_reports.services.week.board import board as board_rows
from tiger_reports.ui.blocks.batch import batch
from tiger_reports.ui.blocks.board import board
from tiger_reports.ui.guard import enter
from tiger_reports.ui.markup import empty, head

hall = enter()
t = hall.t
head(t("ui.app"), t("ui.start.title"), t("ui.start.lead"))
rows = board_rows(hall.office, hall.actor)
board(rows, t)
batch(hall)
if not rows:
    empty(t("ui.frame.no_clients_title"), t("ui.frame.no_clients"))
