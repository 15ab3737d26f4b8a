"""What git knows: which lines an author changed, and how catalogs are merged."""
