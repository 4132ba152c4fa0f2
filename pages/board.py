"""Board: every client's Tiger week, month and quarter, what is due next, and how long reports take."""

from tiger_reports.services.week.lead_board import lead_board
from tiger_reports.services.week.turnarounds import times
from tiger_reports.ui.blocks.lead_board import board_rows, unheard
from tiger_reports.ui.blocks.report_times import report_times
from tiger_reports.ui.guard import enter
from tiger_reports.ui.markup import empty, head

hall = enter()
t = hall.t
head(t("ui.app"), t("ui.board.title"), t("ui.board.lead"))
rows = lead_board(hall.office, hall.actor)
if rows:
    unheard(rows, t)
    board_rows(rows, t)
    report_times(times(hall.office, hall.actor), t)
else:
    empty(t("ui.frame.no_clients_title"), t("ui.frame.no_clients"))
