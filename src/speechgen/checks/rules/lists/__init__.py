"""Lists of a speech: what announces them, and the numbers of their items."""
