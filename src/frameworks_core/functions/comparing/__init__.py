"""`frameworks compare`: two approaches side by side."""
