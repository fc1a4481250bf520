"""Documents in, canonical assessment, documents out: reading, writing, and the report of what happened to each answer.

`Converter` is the whole of it for most uses:

    conversion = Converter(source_form, target_form).convert(document)
    conversion.document   # a draft on the target form
    conversion.report     # a `Report`: what happened to each answer, and what is left to ask

The modules behind it, in the order an answer meets them: `json_reading` (bytes to JSON, refusing what would lose data),
`reading` (document to `Assessment`), `provenance` (where an answer was first given), `withholding` (what may not cross),
`placement` on top of `admission` (where it goes), `filling` (into the field), `remembering` (what is carried, history and
provenance), `missing` (what is left to ask) and `fidelity` (the report). `joining`, with
the modules named after it, makes one document of several. `matrix` counts what converts to what between any forms. `file_writing` writes files whole or not at all.
"""
