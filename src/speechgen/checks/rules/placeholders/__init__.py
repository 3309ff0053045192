"""Placeholders and blanks that nobody has filled in."""
