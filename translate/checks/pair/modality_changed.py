"""What one must, may or need not do, changed."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.spans import Span

# The English, what of the German could mean it, and the German that does not.
_CHANGES = (
    (  # "muss nicht" leaves free what "must not" forbids
        re.compile(r"\b(?:must(?: not\b|n['’]t)|(?:may|can|is|are) not allowed\b)", re.IGNORECASE),
        re.compile(
            r"d[aü]rf|verb[oi]t|untersag|soll|kann|könn|nicht zu|kein|unzulässig|tabu|hüte|"
            r"nie(?:mals|mand)?\b|ohne|vermeid|verhinder|unmöglich|unvorstellbar",
            re.IGNORECASE,
        ),
        re.compile(r"\b(?:muss|musst|müsst|müssen|musste[nst]*)\b", re.IGNORECASE),
    ),
    (  # "darf nicht" forbids what "need not" leaves free
        re.compile(
            r"\b(?:need(?:s? not\b|n['’]t)|(?:do|does)(?: not|n['’]t) (?:have|need) to)\b",
            re.IGNORECASE,
        ),
        re.compile(
            r"m[uü]ss|müßt|brauch|nötig|notwendig|erforder|pflicht|soll|ohne|unnötig|überflüssig|"
            r"reich|genüg|bedarf|bedürf|zwing|zwang|erspar",
            re.IGNORECASE,
        ),
        re.compile(r"\b(?:darf|darfst|dürfen|dürft)\b", re.IGNORECASE),
    ),
    (  # what one can or may do is no duty
        re.compile(r"\b(?:must|ha(?:ve|s) to|(?:is|are) (?:required|obliged) to)\b", re.IGNORECASE),
        re.compile(
            r"m[uü]ss|müßt|soll|\b(?:ha[bt]|is|sin|war|gib)\w{0,5}\b[^.;]{0,60}\bzu\b|[a-z]zu\w{2,12}en\b|brauch|"
            r"nötig|notwendig|erforder|pflicht|wichtig|gilt|galt|gelten|bedarf|bedürf|zwing|zwang|"
            r"gezw|verlang|forder|gebot|\bnur\b|unbedingt|angewiesen|gehör|heißt|nicht|kein|lässt",
            re.IGNORECASE,
        ),
        re.compile(
            r"\b(?:kann|kannst|können|könnt|könnte[nst]*|darf|dürfen|dürft)\b", re.IGNORECASE
        ),
    ),
    (  # a duty is no choice
        re.compile(r"\b(?:may|might|can|could)\b(?! not|n['’]t)", re.IGNORECASE),
        re.compile(
            r"k[aoö]nn|darf|dürf|durft|\bm[aö]g|möch|vermag|vermoch|soll|bar(?:e[nmrs]?)?\b|"
            r"lass|lässt|ließ|fähig|imstande|\blage|gelegenheit|chance|womöglich|\bwohl\b|"
            r"eventuell|erlaub|gestatt|würd|wäre|hätte|damit|vielleicht|gel[iau]ng|schaff|"
            r"\bwoll|\bwill\b|vorstell|\b(?:ha[bt]|is|sin|war|gib)\w{0,5}\b[^.;]{0,60}\bzu\b|[a-z]zu\w{2,12}en\b|"
            r"\bMai\b|potenzi|rechn|nicht|kein|\bnur\b",
            re.IGNORECASE,
        ),
        re.compile(r"\b(?:muss|musst|müsst|müssen|musste[nst]*)\b", re.IGNORECASE),
    ),
)


@check(
    "P132",
    "modality-changed",
    Category.MISTRANSLATION,
    Severity.MAJOR,
    bad=[
        ("Das müssen Sie nicht tun.", "You [must not] do that."),
        ("Kinder dürfen hier nicht spielen.", "Children [do not have to] play here."),
        ("Er kann morgen kommen.", "He [must] come tomorrow."),
        ("Die Firma muss zahlen.", "The company [may] pay."),
    ],
    good=[
        ("Das müssen Sie nicht tun.", "You do not have to do that."),
        ("Kinder dürfen hier nicht spielen.", "Children must not play here."),
        ("Er kann nur warten.", "He has to wait."),
        ("Er muss warten können.", "He must be able to wait; he can."),
        ("Die Wahl ist im Mai.", "The election is in May."),
    ],
)
def modality_changed(pair: Pair) -> Iterator[Hit]:
    """A duty became a choice, a choice a duty, or what is forbidden was left free."""
    for english, could_mean, german in _CHANGES:
        said = english.search(pair.target)
        if not said or could_mean.search(pair.source):
            continue
        meant = german.search(pair.source)
        if meant:
            yield Hit(
                Span(*said.span()),
                f"“{said.group()}” does not mean “{meant.group()}”: a duty, a choice or a ban "
                "was turned into another.",
            )
            return
