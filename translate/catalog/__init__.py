"""Segments to PO files and back; knows nothing of Markdown or engines."""
