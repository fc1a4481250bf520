"""What a form and a document are: forms as data, and everything derived from them.

`form` defines a form; `loading` reads one from TOML (through `definition`, `blocks` and `form_checks`, or quickly through
`compiled`); `schema` and `envelope` derive its JSON Schema; `required`, `held` and `filled` read a document by its form;
`blank` starts one; `statutory` finds which questions ask what the law wants asked.
"""
