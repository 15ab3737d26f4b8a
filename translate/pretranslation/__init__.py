"""From texts that nobody has translated to answers of an engine, and from these to targets."""
