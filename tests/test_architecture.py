"""Who may touch what, beyond the import contracts."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "translate"
MODULES = {
    path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text("utf-8"))
    for path in sorted(PACKAGE.rglob("*.py"))
}


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def called(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


@pytest.mark.parametrize(
    ("library", "allowed"),
    [
        ("torch", ("engines/marian.py", "training/")),
        ("transformers", ("engines/marian.py", "engines/conversion.py", "training/")),
        (
            "ctranslate2",
            ("engines/ctranslate.py", "engines/conversion.py", "training/validation.py"),
        ),
        ("typer", ("cli/",)),
        ("rich", ("cli/",)),
        ("socket", ()),
    ],
)
def test_a_heavy_library_stays_in_its_place(library: str, allowed: tuple[str, ...]) -> None:
    """What costs time to import is imported in one known place."""
    users = {name for name, tree in MODULES.items() if library in imported(tree)}
    assert {name for name in users if not name.startswith(allowed)} == set()


def test_only_one_module_writes_files() -> None:
    """Nothing half-written is ever left, because nothing else writes."""
    writing = re.compile(r"(\.write_text|\.write_bytes|\.mkdir|\.unlink|\.rename)$")
    for name, tree in MODULES.items():
        if name == "files.py" or name.startswith("training/"):
            continue
        assert [call for call in called(tree) if writing.search(call)] == [], name
        modes = [
            node
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            and ast.unparse(node.func).endswith("open")
            and any(
                isinstance(a, ast.Constant) and set(str(a.value)) & set("wax+") for a in node.args
            )
        ]
        assert modes == [], name


def test_only_the_command_line_prints_or_reads_the_environment() -> None:
    """The library is silent and does what its arguments say; only the cache has a usual place."""
    for name, tree in MODULES.items():
        if not name.startswith("cli/"):
            assert "print" not in called(tree), name
            source = ast.unparse(tree)
            if name == "files.py":
                source = source.replace("os.environ.get('XDG_CACHE_HOME')", "")
            assert "os.environ" not in source, name
            assert "os.getenv" not in source, name


def test_files_are_small_and_say_what_they_are_for() -> None:
    """A stranger can read any file in one sitting."""
    for name, tree in MODULES.items():
        assert ast.get_docstring(tree), name
        assert len((PACKAGE / name).read_text("utf-8").splitlines()) <= 300, name


def test_starting_loads_nothing_heavy() -> None:
    """The package and the command's help come without torch, transformers or a model."""
    code = (
        "import sys, translate, translate.cli, translate.pipeline;"
        "import translate.reports.html, translate.reports.jsonl, translate.reports.terminal;"
        "import translate.scores.overlap, translate.scores.mqm;"
        "heavy = {'torch', 'transformers', 'ctranslate2', 'sacrebleu', 'numpy', 'ftfy', 'jinja2'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
