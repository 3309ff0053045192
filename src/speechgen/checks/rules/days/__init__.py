"""Days, and what is told of them."""
