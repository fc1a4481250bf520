"""Ways of looking at a record of any form, with the eyes of the CAF."""
