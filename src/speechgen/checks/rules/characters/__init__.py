"""Characters that fonts lack or readers stumble over."""
