"""The cooperation's own year: its periods and meetings, onboarding, activities and their effects, records."""
