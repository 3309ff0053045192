"""The plain text format: writer and reader."""
