"""The rows of the benchmark, a module for each family; table.py says what a row is and when it passes, peer.py how two sides take turns."""
