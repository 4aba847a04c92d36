"""Speed and memory, measured as ratios in one interleaved run: `python -m benchmarks`, or `make bench`."""
