"""Figures against the metrics, against one another, and as they are said."""
