"""The wiring: one function a use case. Each takes `office` and `actor` and checks role and client itself."""
