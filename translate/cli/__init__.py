"""The command line: one file for each command; nothing else in the package prints or ends the program.

A command's file is imported when somebody calls it, and imports what the command needs when it runs, so that
`--help` answers at once.
"""

from translate.cli.program import main

__all__ = ["main"]
