"""Onboarding: the first weeks of a cooperation, and what they agree on for all that follow."""

from tiger_reports.ui.guard import require
from tiger_reports.ui.onboarding.page import onboarding_page

onboarding_page(require(data=False))
