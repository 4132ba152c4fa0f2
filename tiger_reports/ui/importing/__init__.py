"""Files on their way in, as the Import page shows them."""
