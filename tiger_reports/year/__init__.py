"""The Tiger Year: activities and their effects, onboarding, meetings at the ends of quarters."""
