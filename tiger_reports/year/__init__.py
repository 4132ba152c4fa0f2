"""The cooperation's own year: which periods are held against which, its meetings, its feasts and records."""
