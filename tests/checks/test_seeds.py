"""The mechanical garbles planted in the seed articles are all found."""

import json
import re
from pathlib import Path

import pytest

from translate.checks import Article, Source, check_article, check_source
from translate.findings import Side
from translate.spans import Span

SEEDS = Path(__file__).parents[2] / "seeds"
MECHANICAL = {
    "doubled-name",
    "doubled-phrase",
    "doubled-word",
    "english-left-in",
    "lost-umlaut",
    "mojibake",
    "name-variant",
    "space-before-punctuation",
    "space-in-compound",
    "unpaired-quote",
}


@pytest.mark.parametrize("path", sorted((SEEDS / "garbles").glob("*.json")), ids=lambda p: p.stem)
def test_mechanical_garbles_are_found(path: Path) -> None:
    planted = json.loads(path.read_text("utf-8"))
    text = (SEEDS / "articles" / planted["article"]).read_bytes().decode()
    found = [f.span for f in check_article(Article(text, "", ())) if f.side is Side.SOURCE]
    for paragraph in re.finditer(r"(?:[^\n]+\n?)+", text):
        found += [f.span.shift(paragraph.start()) for f in check_source(Source(paragraph.group()))]
    missed = [
        garble["text"]
        for garble in planted["garbles"]
        if garble["kind"] in MECHANICAL
        and not any(span.overlaps(Span(garble["start"], garble["end"])) for span in found)
    ]
    assert missed == []
