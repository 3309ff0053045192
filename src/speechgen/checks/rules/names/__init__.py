"""Names of units, bodies and people."""
