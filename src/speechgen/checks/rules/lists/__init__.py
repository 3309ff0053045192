"""Lists in a speech: the numbers that announce them, and the ordinals of their items."""
