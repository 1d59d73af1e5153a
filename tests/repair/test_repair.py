"""Repair mends what is certain, leaves clean German alone, and can be replayed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.repair import FIXERS, repair_text
from translate.spans import apply_edits

CLEAN = [
    "Die, die die Stadt kennen, lieben sie sehr.",
    "Die Bahn, mit der der Bund wirbt, fährt von Anfang an an der Küste.",
    "Ihr Haus ist anders als das von der der Nachbarn, weil die die Ruhe suchen.",
    "Vor- und Nachteile wurden zwei- bis dreimal abgewogen.",
    "Der Zug Baden-Baden - Köln hält um 18.30 Uhr ...",
    "Frau Mueller aus Aue nannte das „sehr, sehr gut“ :-)",
    "Energieversorgung und -Sicherheit; Bund- / Länder; Kultur-, Sport- und Schulamt",
    "Es stand 2 : 1, z. B. im Spiel der U-21.",
    "Arbeit, Arbeit und nochmals Arbeit!",
    "Wenn Sie sie sehen, grüßen Sie sie.",
    "Wie geht 's dir? Ob 's regnet?",
    'Kapitel 3: 12 Punkte; das Lied "Gold" - Platz eins; was ⁇ hier fehlt',
    "Sie fuhren Schritt für Schritt, Tag für Tag.",
]

WRONG = [
    ("US -Präsident Trump", "US-Präsident Trump"),
    ("Die EU- Kommission tagt.", "Die EU-Kommission tagt."),
    ("der CO2 -Ausstoß", "der CO2-Ausstoß"),
    ("Kant 's Grab, Hume’ s Haus, Mill ' s Tod", "Kant's Grab, Hume’s Haus, Mill's Tod"),
    ("Zwei ⁇ rzte, die ⁇ ffentlichkeit und ⁇ ber", "Zwei Ärzte, die Öffentlichkeit und Über"),
    ('die "Links-Rechts" -Regel', 'die "Links-Rechts"-Regel'),
    ('"Das ist gut ", sagte er.', '"Das ist gut", sagte er.'),
    ("Sie siegten mit 2: 0.", "Sie siegten mit 2:0."),
    ("das Treffen mit Witkoff-Putin-Putin", "das Treffen mit Witkoff-Putin"),
    ("Keller, Keller und Brandt kamen.", "Keller und Brandt kamen."),
    ("Brandt, Keller und Keller kamen.", "Brandt und Keller kamen."),
    ("Er kam mit mit mit dem Zug.", "Er kam mit dem Zug."),
    ("Das sagte der der Chef der Firma.", "Das sagte der Chef der Firma."),
    ("Wir haben in der der Stadt eine eine Wohnung.", "Wir haben in der Stadt eine Wohnung."),
    ("Die Die Stadt baut an an der Brücke.", "Die Stadt baut an der Brücke."),
    ("in der Stadt in der Stadt", "in der Stadt"),
    ("Die Regie-\nrung tagt.", "Die Regierung tagt."),
    ("sagte er .", "sagte er."),
    ("Das ist gut..", "Das ist gut."),
    ('„gut" sagte er', "„gut“ sagte er"),
    ("So war es nicht„, sagte er.", "So war es nicht“, sagte er."),
    ("fÃ¼r die GrÃ¶ÃŸte", "für die Größte"),
    ("fuer den Praesidenten", "für den Präsidenten"),
    ("Auto\u00adfahrer", "Autofahrer"),
    ("fÃ¼r die US -PrÃ¤sidenten .", "für die US-Präsidenten."),
]

TEXTS = st.text(
    st.sampled_from("aAbüÃ¼ß ,.-\n„“\"»«()'’\u00ad\u200b\u0301\u05d0\x00") | st.characters(),
    max_size=80,
)


@pytest.mark.parametrize("text", CLEAN)
def test_clean_german_is_untouched(text: str) -> None:
    assert repair_text(text).edits == ()


@pytest.mark.parametrize(("wrong", "right"), WRONG)
def test_garble_is_mended(wrong: str, right: str) -> None:
    assert repair_text(wrong).text == right


@given(TEXTS | st.lists(st.sampled_from([w for w, _ in WRONG]), max_size=5).map(" ".join))
def test_edits_replay_and_repair_is_idempotent(text: str) -> None:
    repair = repair_text(text)
    assert apply_edits(text, repair.edits) == repair.text
    assert repair_text(repair.text).edits == ()


@given(TEXTS)
def test_every_edit_changes_something_inside_the_text(text: str) -> None:
    for fixer in FIXERS:
        for edit in fixer(text):
            assert edit.span.end <= len(text)
            assert edit.span.of(text) != edit.replacement
            assert edit.reason.startswith("S3")
