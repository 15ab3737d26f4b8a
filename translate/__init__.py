"""Translate Markdown sites through reviewable catalogs, without touching what is not text."""
