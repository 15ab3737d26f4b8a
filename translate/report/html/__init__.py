"""How far a site is, on one HTML page that needs nothing else: no network, no script, no clock."""
