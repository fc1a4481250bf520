"""The Common Assessment Framework (CAF): four forms of early, voluntary help, and rules between their fields.

`plugin` holds the hook implementations, `forms` the forms as TOML, `rules` the cross-field rules.
"""
