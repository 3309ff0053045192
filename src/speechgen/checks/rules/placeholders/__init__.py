"""What stands for words that are missing."""
