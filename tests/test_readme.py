"""What the README shows is what the product does."""

import re
from pathlib import Path

from tests.command import Command
from translate import check_pair, check_source, repair_text

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")


def test_the_table_of_checks_is_the_generated_one(reinschrift: Command) -> None:
    """``reinschrift checks --markdown`` prints what stands in the README."""
    assert reinschrift("checks", "--markdown").out.strip() in README


def test_the_python_example_tells_the_truth() -> None:
    """Its comments are the answers."""
    for call, answer in re.findall(
        r"^(check_\w+\(.*\)) +# \[Finding\(code='(\w+)'", README, re.MULTILINE
    ):
        texts = re.findall(r'"([^"]*)"', call)
        findings = check_pair(*texts) if call.startswith("check_pair") else check_source(*texts)
        assert [finding.code for finding in findings] == [answer]
    assert repair_text("Er traf Witkoff-Putin-Putin.").text == "Er traf Witkoff-Putin."


def test_every_command_of_the_readme_exists(reinschrift: Command) -> None:
    """No command is promised that is not there."""
    for command in set(re.findall(r"^reinschrift (\w+)", README, re.MULTILINE)):
        assert reinschrift(command, "--help").code == 0
