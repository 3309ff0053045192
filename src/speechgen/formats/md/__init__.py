"""The Markdown format: writer and reader."""
