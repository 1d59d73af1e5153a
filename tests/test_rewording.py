"""Words that the model made up are replaced by what they were read from, and that is told."""

from collections.abc import Sequence

import pytest

from tests.aligned import aligned
from translate import checks
from translate.engines.stub import StubEngine
from translate.pipeline import Output, Pipeline
from translate.results import Translation
from translate.rewording import RewordingEngine, reword


@pytest.mark.parametrize(
    ("source", "target", "link", "wanted"),
    [
        ("Die Insassen schliefen.", "The insasses slept.", ("Insassen", "insasses"), "occupants"),
        ("Er traf Schwendemann.", "He met usemann.", ("Schwendemann", "usemann"), "Schwendemann"),
        ("Er sah Lomachenko.", "He saw Lo makeko.", ("Lomachenko", "Lo makeko"), "Lomachenko"),
        ("Frau Twesten kam.", "Ms Twest came.", ("Twesten", "Twest"), "Twesten"),
        ("Lohmanns Hof brannte.", "Lohnann's farm burned.", ("Lohmanns", "Lohnann"), "Lohmann's"),
        ("Das Brennholz ist nass.", "The burnwoud is wet.", ("Brennholz", "burnwoud"), "firewood"),
        ("Der Lavendel blüht.", "The lavendel is in bloom.", ("Lavendel", "lavendel"), "lavender"),
        ("In Monroe brannte es.", "There was a fire in monroe.", ("Monroe", "monroe"), "Monroe"),
        ("Er verlor die Geduld.", "He lost Geduld.", ("Geduld", "Geduld"), "patience"),
        ("nur ein Megawatt", "only one megawat", ("Megawatt", "megawat"), "megawatt"),
        ("Jahr", "Year year", ("Jahr", "Year year"), "Year"),
        ("ein indonesisches Dorf", "an indonesian village", ("indonesisches", "indonesian"),
         "Indonesian"),
        ("Sie flog nach Neapel.", "She flew to Neapel.", ("Neapel", "Neapel"), "Naples"),
        ("das Programm Teherans", "the program Teherans", ("Teherans", "Teherans"), "of Tehran"),
        ("eine Gemeindesteuer", "a municipbality tax", ("Gemeindesteuer", "municipbality"),
         "municipality"),
        ("Nach Moskaus Sieg", "After Moskaus victory", ("Moskaus", "Moskaus"), "Moscow's"),
    ],
)  # fmt: skip
def test_a_made_up_word_is_replaced(
    source: str, target: str, link: tuple[str, str], wanted: str
) -> None:
    """By the dictionary's word, or by the German one where that is a name."""
    found = reword(source, aligned(source, target, [link]))
    (rewording,) = found.reworded
    assert rewording.span.of(found.text) == wanted
    assert rewording.german == link[0]
    assert found.text.replace(wanted, rewording.made_up) == target


@pytest.mark.parametrize(
    ("source", "target", "links"),
    [
        ("Die Zäune sind hoch.", "The fences are high.", [("Zäune", "fences")]),
        ("Er traf Wladimir Putin.", "He met Vladimir Putin.", [("Wladimir", "Vladimir")]),
        ("Sie ist übereifrig.", "She is overeager.", [("übereifrig", "overeager")]),
        ("Er traf Arjen Robben.", "He met Arjen Robben.", [("Robben", "Robben")]),
        ("Sie traf Ida Iraker.", "She met Ida Iraker.", [("Iraker", "Iraker")]),
        ("Er glubschte.", "He glubbished.", []),
        ("Er quorxte.", "He quorxed.", [("quorxte", "quorxed")]),
        ("", "Blorxing.", []),
    ],
)
def test_other_words_stay(source: str, target: str, links: list[tuple[str, str]]) -> None:
    """English words, words of the source, and words behind which nothing is known."""
    found = reword(source, aligned(source, target, links))
    assert found.text == target
    assert not found.reworded


@pytest.mark.parametrize(
    ("source", "target", "wrote", "wanted"),
    [
        ("Der Tag ist da.", "The the day is here.", "The the", "The"),
        ("Er kam am 31. Oktober.", "He came on the 31. October.", "the 31.", "31"),
        ("der 50. Geburtstag", "the 50. birthday", "50.", "50th"),
        ("in Großbuchstaben", "in capitals in capitals.", "in capitals in capitals.",
         "in capitals."),
        ("ein bekannter Mann", "a well -known man", "well -known", "well-known"),
        ("Er traf Witkoff.", "He met Witkoff-Putin-Putin.", "Witkoff-Putin-Putin.",
         "Witkoff-Putin."),
        ("Er kam.", "He came .", "came .", "came."),
        ("Er ließ es einen Kenner tun.", "He left it to a expert.", "a", "an"),
        ("Putin traf sich mit ihm.", "met with him.", "met", "Met"),
    ],
)  # fmt: skip
def test_a_slip_is_put_right(source: str, target: str, wrote: str, wanted: str) -> None:
    """As the check suggests that finds it, and the whole words of it are told."""
    found = reword(source, aligned(source, target, []))
    (rewording,) = found.reworded
    assert found.text == target.replace(wrote, wanted)
    assert (rewording.made_up, rewording.span.of(found.text)) == (wrote, wanted)
    assert not rewording.german


def test_a_loop_stays() -> None:
    """More than two copies are a loop: the retry must see it."""
    for target in ("the the the day", "the the the the day", "in capitals in capitals in capitals"):
        assert reword("Der Tag", aligned("Der Tag", target, [])).text == target


def test_a_slip_and_a_made_up_word_are_put_right_together() -> None:
    """Places of both count in the text that comes out, and links move along."""
    source, target = "Am 31. Mai aßen die Insassen Brot.", "On the 31. May the insasses ate bread."
    links = [("Insassen", "insasses"), ("Brot", "bread")]
    found = reword(source, aligned(source, target, links))
    assert found.text == "On 31 May the occupants ate bread."
    assert [r.span.of(found.text) for r in found.reworded] == ["31", "occupants"]
    assert [link.target.of(found.text) for link in found.alignment] == ["occupants", "bread"]


def test_links_and_places_move_along() -> None:
    """What stands behind a replaced word is still linked with its German word."""
    source, target = "Die Insassen und die Wärter aßen.", "The insasses and the guards ate."
    links = [("Insassen", "insasses"), ("Wärter", "guards")]
    found = reword(source, aligned(source, target, links))
    assert found.text == "The occupants and the guards ate."
    assert [link.target.of(found.text) for link in found.alignment] == ["occupants", "guards"]


def test_a_word_is_not_doubled() -> None:
    """Where the right word stands already, the made-up one stays for the checks to flag."""
    source = "Er traf Schwendemann."
    target = "He met Schwendemann usemann."
    translation = aligned(source, target, [("Schwendemann", "usemann")])
    assert reword(source, translation).text == target


class Inventing(StubEngine):
    """Makes up a word, and links it."""

    def translate(self, texts: Sequence[str], *, align: bool = False) -> list[Translation]:
        assert align
        self.seen += texts
        return [aligned(text, "The insasses slept.", [("Insassen", "insasses")]) for text in texts]


def test_a_finding_tells_what_the_model_wrote() -> None:
    """At the place of the new word, in the translated article; nothing else is made of it."""
    engine = RewordingEngine(Inventing())
    selection = checks.Selection(select=("P125", "P126"))
    (output,) = Pipeline(engine, selection=selection).run([("a.txt", b"Die Insassen schliefen.")])
    assert isinstance(output, Output)
    (finding,) = output.result.findings
    assert finding.code == "P126"
    assert finding.span.of(output.result.target) == "occupants"
    assert "insasses" in finding.message


def test_a_word_read_from_two_stands_for_the_one_that_is_not_said_yet() -> None:
    """Though more of its letters were read from the other."""
    source, target = "ein außerordentlich wichtiges Treffen", "an extratively important meeting"
    pairs = [("außerordentlich", "extra"), ("wichtiges", "tively"), ("wichtiges", "important")]
    assert reword(source, aligned(source, target, pairs)).text == (
        "an extraordinarily important meeting"
    )


def test_alignment_is_given_only_where_it_was_asked_for() -> None:
    """As any engine does it; its description says that words are replaced."""
    engine = RewordingEngine(Inventing())
    (found,) = engine.translate(["Die Insassen schliefen."])
    assert found.alignment == ()
    assert found.reworded
    assert engine.info.reworded


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("Regel zwei gilt immer.", "rule two always holds.", "Rule two always holds."),
        ("„Regel zwei gilt immer“", "“rule two always holds”", "“Rule two always holds”"),
        ("Viele iPhones sind alt.", "iPhones are old.", "iPhones are old."),
        ("und so weiter und fort", "and so on and so forth", "and so on and so forth"),
        ("Hund", "dog", "dog"),
    ],
)
def test_a_sentence_begins_with_the_capital_that_its_source_has(
    source: str, target: str, wanted: str
) -> None:
    """Entries of a list and words that are spelt small stay."""
    engine = RewordingEngine(StubEngine(lambda _: target))
    assert engine.translate([source])[0].text == wanted
