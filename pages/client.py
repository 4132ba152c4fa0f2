"""Client: data, brand, thresholds and accounts; and the place to add another."""

from tiger_reports.ui.blocks.client import client_page
from tiger_reports.ui.guard import enter

client_page(enter())
