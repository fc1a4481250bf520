"""The command line: one file per command, bodies of a few lines; the only place that prints or exits.

Results go to standard output, progress and errors to standard error. Exit codes: 0 done, 1 done with findings, 2 could not do
it, 3 converted but with more loss than allowed, 130 interrupted, 143 asked to end.
"""
