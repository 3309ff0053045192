"""Markdown: a writer and a reader."""
