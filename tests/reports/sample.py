"""Two small articles as results, with every kind of finding that a report must show."""

from translate.findings import Category, Finding, Severity, Side
from translate.results import DocumentResult, SegmentResult
from translate.spans import Edit, Span

SIGNATURE = "reinschrift:0.1.0|engine:stub|model:none|quantisation:float32|beam:4|repair:yes"

SOURCE = """\
# Treffen in St. Petersburg

Der US -Präsident schickt Witkoff-Putin-Putin. Moskau will eine diplomatische Siedlung
gewinnen, <script>alert("x")</script> sagt der Kreml.

* * *

- Es sind 73 Kühe gekommen

```sh
echo "Siedlung"
```
"""
TARGET = """\
# Meeting in St. Petersburg

The U.S. President sends Witkoff to Putin. Moscow wants to win a diplomatic settlement, \
<script>alert("x")</script> says the Kremlin says the Kremlin.

* * *

- There are 74 cows

```sh
echo "Siedlung"
```
"""


def span(text: str, part: str, nth: int = 0) -> Span:
    """Where ``part`` stands in ``text`` for the ``nth`` time."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(part, start + 1)
    return Span(start, start + len(part))


def _segment(source: str, target: str, log_probability: float | None) -> SegmentResult:
    return SegmentResult(
        span(SOURCE, source),
        " ".join(source.split()),
        span(TARGET, target),
        target,
        log_probability,
    )


def article() -> DocumentResult:
    """Markdown, with nested, crossing and empty spans, repairs and a copied segment."""
    source, target = Side.SOURCE, Side.TARGET
    minor, major, critical, info = (
        Severity.MINOR,
        Severity.MAJOR,
        Severity.CRITICAL,
        Severity.INFO,
    )
    sentence = 'Moskau will eine diplomatische Siedlung\ngewinnen, <script>alert("x")</script>'
    return DocumentResult(
        "politik/treffen.md",
        SOURCE,
        TARGET,
        (
            _segment("Treffen in St. Petersburg", "Meeting in St. Petersburg", -0.11),
            _segment(
                "Der US -Präsident schickt Witkoff-Putin-Putin.",
                "The U.S. President sends Witkoff to Putin.",
                -0.42,
            ),
            _segment(
                f"{sentence} sagt der Kreml.",
                'Moscow wants to win a diplomatic settlement, <script>alert("x")</script>'
                " says the Kremlin says the Kremlin.",
                -1.35,
            ),
            _segment("* * *", "* * *", None),
            _segment("Es sind 73 Kühe gekommen", "There are 74 cows", -0.2),
        ),
        (
            Edit(span(SOURCE, "US -Präsident"), "US-Präsident", "S102"),
            Edit(span(SOURCE, "-Putin-Putin"), "-Putin", "S101"),
        ),
        (
            Finding(
                "S102",
                Category.PUNCTUATION,
                minor,
                source,
                span(SOURCE, "US -Präsident"),
                "Space before a hyphen in a compound.",
                "US-Präsident",
            ),
            Finding(
                "S410",
                Category.UNIDIOMATIC,
                info,
                source,
                span(SOURCE, "diplomatische Siedlung\ngewinnen"),
                "“win a settlement”, word for word.",
            ),
            Finding(
                "S310",
                Category.MISTRANSLATION,
                major,
                source,
                span(SOURCE, "Siedlung"),
                "“Siedlung” is where people live; here an agreement is meant.",
                "Einigung",
            ),
            Finding(
                "S700",
                Category.MARKUP,
                major,
                source,
                span(SOURCE, "gewinnen, <script>"),
                "Markup <b>inside</b> a sentence & no end.",
            ),
            Finding(
                "S305",
                Category.PUNCTUATION,
                minor,
                source,
                Span(span(SOURCE, "gekommen").end, span(SOURCE, "gekommen").end),
                "The sentence has no end mark.",
                ".",
            ),
            Finding(
                "D310",
                Category.SPELLING,
                info,
                source,
                span(SOURCE, "Siedlung", 1),
                "Also in the code, outside every sentence.",
            ),
            Finding(
                "P120",
                Category.DUPLICATION,
                critical,
                target,
                span(TARGET, " says the Kremlin says the Kremlin"),
                "The same words twice: the translation loops.",
                " says the Kremlin",
            ),
            Finding(
                "P130",
                Category.ADDITION,
                minor,
                target,
                span(TARGET, " says the Kremlin", 1),
                "Nothing in the source says this.",
                "",
            ),
            Finding(
                "P110",
                Category.MISTRANSLATION,
                major,
                target,
                span(TARGET, "74"),
                "The source says 73.",
                "73",
            ),
        ),
        SIGNATURE,
    )


def clean() -> DocumentResult:
    """One sentence, nothing to remark."""
    source, target = "Es regnet.", "It is raining."
    segment = SegmentResult(
        Span(0, len(source)), source, Span(0, len(target)), target, log_probability=-0.05
    )
    return DocumentResult("wetter.txt", source, target, (segment,), (), (), SIGNATURE)
