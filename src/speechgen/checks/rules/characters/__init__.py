"""Characters that fonts lack, or that are easily misread."""
