"""The garbles planted in the seed articles are found."""

import json
import re
from pathlib import Path

import pytest

from translate.checks import Article, Source, check_article, check_source
from translate.findings import Side
from translate.spans import Span

SEEDS = Path(__file__).parents[2] / "seeds"
MISSED = {"false-friend"}  # "Billionen" for milliards: the German alone does not tell


@pytest.mark.parametrize("path", sorted((SEEDS / "garbles").glob("*.json")), ids=lambda p: p.stem)
def test_planted_garbles_are_found(path: Path) -> None:
    planted = json.loads(path.read_text("utf-8"))
    text = (SEEDS / "articles" / planted["article"]).read_bytes().decode()
    found = [f.span for f in check_article(Article(text, "", ())) if f.side is Side.SOURCE]
    for paragraph in re.finditer(r"(?:[^\n]+\n?)+", text):
        found += [f.span.shift(paragraph.start()) for f in check_source(Source(paragraph.group()))]
    missed = [
        garble["text"]
        for garble in planted["garbles"]
        if garble["kind"] not in MISSED
        and not any(span.overlaps(Span(garble["start"], garble["end"])) for span in found)
    ]
    assert missed == []
