"""Blends: an authority's composition of frameworks, in one TOML file. A blend composes to a form and behaves as one."""
