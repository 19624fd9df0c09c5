from collections import Counter

import pytest
from spacy.language import Language

from benchmarks.factuality import ASKED, Case, read_cases, read_factualities
from graphbuild.model import Factuality


def test_sentences_are_as_many_and_as_diverse_as_asked() -> None:
    cases = list(read_cases())

    assert len({case.text for case in cases}) == len(cases) >= 150
    assert len({case.construction for case in cases}) >= 15
    assert set(Counter(case.expected for case in cases)) == set(Factuality)


def test_case_starts_at_the_word_in_brackets() -> None:
    case = next(case for case in read_cases() if case.text.startswith("Kenya has signed"))

    assert case == Case("auxiliary verb", Factuality.ASSERTED, "Kenya has signed a fishing accord with Tanzania.", 10)


@pytest.mark.slow
def test_factuality_of_sentences_is_read_as_well_as_asked(nlp: Language) -> None:
    judged = [found is case.expected for case, found in read_factualities(nlp, read_cases())]

    assert sum(judged) / len(judged) >= ASKED["sentences"]
