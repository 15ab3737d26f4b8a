"""Findings and counts for people and for machines."""
