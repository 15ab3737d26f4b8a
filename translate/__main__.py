"""`python -m translate`."""

from translate.cli import main

main(prog_name="translate")
