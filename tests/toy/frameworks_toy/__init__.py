"""A framework that exists for tests only: two small forms, a rule, a lens, a guide and a kind of plan."""
