"""ANSI codes for terminals; who prints takes them out where no terminal would understand them."""

from __future__ import annotations

RESET, BOLD, DIM, RED, GREEN, YELLOW, BLUE, CYAN = (f"\x1b[{code}m" for code in (0, 1, 2, 31, 32, 33, 34, 36))
