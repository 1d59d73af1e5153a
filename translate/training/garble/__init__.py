"""Makes the garble detector of ``translate.checks.garble``."""
