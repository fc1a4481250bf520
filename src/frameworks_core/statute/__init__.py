"""What law, statutory guidance and national returns fix for every form alike, as dated and attested data.

* `dimensions`: the Assessment Framework, the shared vocabulary of what a statement is about.
* `codes`: the national code lists, each with a label for practitioners and a plain one for the family.
* `packs`: one statute pack for each edition of the guidance; an assessment is judged by the one in force on
  its day.
* `items`: what a record has to ask or hold under each pack, because law, guidance or a return wants it.
* `working_days`: the arithmetic of their time limits.

Nothing here is hard-coded that the data could hold, and every datum carries the mark of how well it is
attested (S2+, S, K or D). A limit marked K is shown as K: what we could not prove is not presented as law.
What the law asks to be decided is recorded elsewhere by people; nothing here decides anything.

Nothing is imported here: each subject is imported from its own module, by whoever needs it.
"""
