"""Loopback servers that speak what engines speak: real HTTP, a ledger, and faults on demand."""
