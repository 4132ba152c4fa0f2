"""The Year page: the way of a cooperation, its year before and now, and its story."""
