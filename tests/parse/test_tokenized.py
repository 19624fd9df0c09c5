import spacy

from graphbuild.parse import parse_tokenized


def test_each_line_is_one_sentence_of_the_words_in_it() -> None:
    docs = list(parse_tokenized(spacy.blank("en"), ["Do n't go . Stay .", "", "  U.S.-based "]))

    assert [[token.text for token in doc] for doc in docs] == [["Do", "n't", "go", ".", "Stay", "."], ["U.S.-based"]]
    assert [len(list(doc.sents)) for doc in docs] == [1, 1]
