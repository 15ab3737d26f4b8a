"""L004: whether a text and its translation say the same numbers, dates and times, each in its own way of writing."""
