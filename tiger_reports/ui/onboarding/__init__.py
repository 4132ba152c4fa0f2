"""The Onboarding page: its parts, one a file."""
