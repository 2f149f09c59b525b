"""What the parser costs, as ratios measured side by side in one run: `python -m benchmarks`. See README.md."""
