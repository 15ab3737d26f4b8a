"""Catalogs in the browser: people read what waits for them, correct it, and stand behind it."""
