"""What `frameworks blend check` finds: whether a blend holds together, what it leaves open, and how long it is.

Each module looks at one subject and yields faults with the key they are about; `checked` puts them together as findings, and
`report_text` and `report_json` show them. Nothing is judged by its length, nothing is added up into a score, and nothing is
changed: what is asked twice is reported and never merged.
"""
