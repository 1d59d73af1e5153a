"""Reports and scores start quickly."""

import subprocess
import sys


def test_heavy_libraries_wait_until_they_are_needed() -> None:
    """Neither jinja2 nor sacrebleu is loaded by importing the modules."""
    code = (
        "import sys, translate.reports.html, translate.reports.jsonl, translate.reports.terminal\n"
        "import translate.scores.overlap, translate.scores.mqm\n"
        "print({'jinja2', 'sacrebleu', 'numpy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "set()"
