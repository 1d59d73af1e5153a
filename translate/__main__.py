"""``python -m translate`` is ``reinschrift``."""

from translate.cli import main

main()
