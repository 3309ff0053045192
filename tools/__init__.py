"""Programs for those who work on speechgen."""
