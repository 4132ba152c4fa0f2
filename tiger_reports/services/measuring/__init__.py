"""From stored rows to measured figures: what a month's data say, before anyone writes about them."""
