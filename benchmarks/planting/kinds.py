"""All kinds of planted errors, and the checks that may rightly find each."""

from benchmarks.planting import content, doubling, facts, marks, measures, negation
from benchmarks.planting.base import Kind

_OMISSION = ("P101", "P111", "P114", "P115", "P117", "P12", "P13", "P31")
_ADDITION = ("P102", "P106", "P112", "P116", "P13")
_UNTRANSLATED = ("P104", "P105", "P113")

KINDS = (
    Kind("doubled word, German", doubling.german_word, ("S31",)),
    Kind("doubled word, English", doubling.word, ("P301", "P106", "P303")),
    Kind("doubled name in a chain, German", doubling.german_name, ("S31",)),
    Kind("doubled name in a chain, English", doubling.name, ("P301", "P303")),
    Kind("space at a hyphen, German", doubling.german_space, ("S320",)),
    Kind("space at a hyphen, English", doubling.space, ("P304",)),
    Kind("space before a mark, English", marks.space, ("P302",)),
    Kind("number changed, digits", facts.number_changed, ("P11",)),
    Kind("number changed, words", facts.numeral_changed, ("P11",)),
    Kind("number changed, million/billion", facts.scale_changed, ("P11",)),
    Kind("number dropped", facts.number_dropped, ("P11",)),
    Kind("currency changed", measures.currency, ("P11",)),
    Kind("unit changed", measures.unit, ("P11",)),
    Kind("percent to percentage points", measures.points, ("P11",)),
    Kind("percentage points to percent", measures.percent, ("P11",)),
    Kind("percent dropped", measures.percent_dropped, ("P11",)),
    Kind("month changed", measures.month, ("P11",)),
    Kind("weekday changed", measures.weekday, ("P11",)),
    Kind("a.m. and p.m. swapped", measures.half_day, ("P11",)),
    Kind("magnitude changed", measures.magnitude, ("P11",)),
    Kind("decimal point lost", measures.decimal, ("P11",)),
    Kind("decade changed", measures.decade, ("P11",)),
    Kind("fraction changed", measures.fraction, ("P11",)),
    Kind("name changed", facts.name_changed, ("P12",)),
    Kind("name misspelt", facts.name_garbled, ("P12",)),
    Kind("name dropped", facts.name_dropped, ("P12", "P133", "P134", "P313")),
    Kind("negation dropped", negation.dropped, ("P13",)),
    Kind("negation added, German only", negation.german, ("P13",)),
    Kind("negation added, not", negation.added, ("P13",)),
    Kind("negation added, n't", negation.added_short, ("P13",)),
    Kind("clause dropped", content.clause_dropped, _OMISSION),
    Kind("clause dropped, foreign", content.clause_foreign, _OMISSION),
    Kind("clause added", content.clause_added, _ADDITION),
    Kind("sentence dropped", content.sentence_dropped, _OMISSION),
    Kind("sentence added", content.sentence_added, _ADDITION),
    Kind("truncated", content.truncated, _OMISSION),
    Kind("loop, word", doubling.loop_word, ("P106", "P301")),
    Kind("loop, phrase", doubling.loop_phrase, ("P106",)),
    Kind("loop, whole output", doubling.loop_sentence, ("P106", "P102")),
    Kind("untranslated, whole", content.untranslated, _UNTRANSLATED),
    Kind("untranslated, phrase", content.untranslated_phrase, _UNTRANSLATED),
    Kind("untranslated, word", content.untranslated_word, _UNTRANSLATED),
    Kind("brackets dropped", marks.brackets, ("P311", "P312")),
    Kind("one bracket dropped", marks.one_bracket, ("P312",)),
    Kind("quotes dropped", marks.quotes, ("P311", "P312")),
    Kind("one quote dropped", marks.one_quote, ("P312",)),
    Kind("question mark lost", marks.question, ("P310",)),
    Kind("address changed", facts.address, ("P701",)),
)
