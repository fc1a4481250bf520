"""`frameworks blend diff`: what differs between two blends."""
