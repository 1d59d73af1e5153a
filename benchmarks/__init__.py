"""Each measures one thing: python -m benchmarks.NAME."""
