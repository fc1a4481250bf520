"""The edge between documents and the world, and the way from one form to another, with nothing lost on it."""
