"""Benchmarks of speechgen against the alternatives: `python -m benchmarks`."""
