"""The documentation says what is so: its examples run, its tables are those of the code."""
