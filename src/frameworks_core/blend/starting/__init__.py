"""`frameworks blend new`: a file to begin with."""
