"""The normalised row: what one line of any panel file becomes.

One row keeps the meaning of one line of one file. A measure that the file does not have, or whose cell
is empty, is null: missing is not zero. Rates are not facts; they are recomputed from sums.
"""

from __future__ import annotations

from enum import StrEnum


class Grain(StrEnum):
    """How much time one row of a file stands for."""

    DAY = "day"
    MONTH = "month"
    RANGE = "range"
    NONE = "none"  # the file does not say: "All time"


class Level(StrEnum):
    """What one row of a file stands for, from coarse to fine."""

    ACCOUNT = "account"
    CAMPAIGN = "campaign"
    AD_SET = "ad_set"
    AD = "ad"
    KEYWORD = "keyword"
    SEARCH_TERM = "search_term"


IDENTITY = (
    "account_id",
    "account",
    "campaign_id",
    "campaign",
    "ad_set_id",
    "ad_set",
    "ad_id",
    "ad",
    "keyword",
    "match_type",
    "search_term",
)
"""Text columns that say whose row it is."""

BREAKDOWNS = ("platform", "placement", "network", "device", "age", "gender", "region", "segment")
"""Text columns that cut one entity into parts; a row with any of them is a part, not the whole."""

ATTRIBUTES = ("campaign_type", "objective", "status", "result_type", "attribution", "currency", "figure")
"""Text columns that describe the row and do not cut it.

`figure` is the one measure that a row holds, where the figures of a source are stored apart; else null.
"""

POST = ("title", "link", "post_type")
"""Text columns that say what a post is: first line of its text, address, the panel's word for its kind."""

MEASURES = (
    "spend",
    "impressions",
    "reach",
    "views",
    "clicks",  # all clicks
    "link_clicks",  # clicks that leave for the advertiser's page
    "interactions",
    "landing_page_views",
    "results",  # means what `result_type` says, row by row
    "conversions",
    "conversion_value",
    "purchases",
    "leads",
    "add_to_cart",
    "engagement",
    "reactions",
    "comments",
    "shares",
    "follows",
    "video_views",
    "video_completions",
    "watch_time",  # hours
    "profile_visits",
    "page_views",
    "sessions",
    "engaged_sessions",
    "users",
    "new_users",
    "events",
    "followers",  # the standing count at the end of the row's days
)
"""Numbers, float64, null where missing. Money is in the row's `currency`."""

UNIQUE = ("reach", "users")
"""People: never added, because nobody knows how far they overlap."""

STANDING = ("followers",)
"""Counts of a moment: over several days the last one stands."""

ADDITIVE = tuple(measure for measure in MEASURES if measure not in (*UNIQUE, *STANDING))

REPORTED = (
    "reported_frequency",
    "reported_ctr",
    "reported_link_ctr",
    "reported_cpc",
    "reported_link_cpc",
    "reported_cpm",
    "reported_cost_per_result",
    "reported_cpa",
    "reported_cvr",
    "reported_roas",
)
"""Rates as the panel printed them (fractions, money): held against our own and then let go."""

DAYS = ("period_start", "period_end")
"""Dates, half-open: a day row has `period_end` = the next day. Null where the grain is `none`."""

PUBLISHED = "published"
"""Date of a post whose row stands for other days than the one of its publication; else null."""

PROVENANCE = ("source_row",)
"""Row number in the file, from 1, as a spreadsheet program shows it."""

BOUNDS = "bounds"
"""Text such as `impressions<5`, several joined by `;`: cells that gave a bound and not a number."""

TEXTS = (*IDENTITY, *BREAKDOWNS, *ATTRIBUTES, *POST, BOUNDS)
COLUMNS = (*DAYS, PUBLISHED, *TEXTS, *MEASURES, *REPORTED, *PROVENANCE)


def column_type(name: str) -> str:
    """`date`, `text`, `number` or `integer`."""
    if name in DAYS or name == PUBLISHED:
        return "date"
    if name in PROVENANCE:
        return "integer"
    return "number" if name in MEASURES or name in REPORTED else "text"
