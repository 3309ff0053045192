"""Plain text: a writer and a reader."""
