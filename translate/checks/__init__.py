"""What may be wrong with a unit or a page: one rule, one function, one code."""
