"""speechgen beside what people would use instead: `python -m benchmarks`."""
