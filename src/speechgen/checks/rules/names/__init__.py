"""Names of units, organisations and people."""
