"""Translations that a site has already: published pages beside their sources become catalogs."""
