"""From a blend file to a form."""
