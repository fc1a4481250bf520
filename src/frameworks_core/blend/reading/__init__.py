"""Blend files: what they may say, and reading them with those they extend."""
