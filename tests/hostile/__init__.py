"""Hostile and broken input: one located line, status 1, and nothing outside is reached."""
