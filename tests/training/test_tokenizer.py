"""The words that the pipeline is trained on and reads are those of the treebanks."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from training.tokenizer import adapt_tokenizer

NLP = adapt_tokenizer(spacy.blank("en"))

pieces = st.sampled_from(
    [
        *("anti", "Taiwan", "etc.", "U.S.", "don", "9", "am", "k", "2004", "nt", "the", "pdf", "10.1000"),
        *"aZ5-–—/.,;:!?'’‘`\"“”()[]<>=*_~#$%&@+…é中 \n\t",
    ]
)
texts = st.lists(pieces, max_size=12).map("".join)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("well-known", "well - known", id="a compound is cut"),
        pytest.param("re-elect non-NATO", "re-elect non-NATO", id="a bound prefix is no word"),
        pytest.param("Anti-war cross-border", "Anti-war cross-border", id="such a prefix at the start of a sentence"),
        pytest.param("anti-Japan pro-Taiwan", "anti - Japan pro - Taiwan", id="a name behind a prefix is found"),
        pytest.param("ex-minister vice-president", "ex - minister vice - president", id="a prefix that is a word"),
        pytest.param("over-the-counter", "over - the - counter", id="a preposition is no prefix"),
        pytest.param("COVID-19 J-20", "COVID-19 J-20", id="a designation"),
        pytest.param("and/or Delhi/Agra l/c", "and / or Delhi / Agra l/c", id="a slash joins words, not letters"),
        pytest.param("here-- well -more", "here -- well - more", id="a dash that touches a word"),
        pytest.param("It’s—you've--we’ll…", "It ’s — you 've -- we ’ll …", id="a clitic before a dash"),
    ],
)
def test_hyphens_and_dashes_cut_as_in_the_treebanks(text: str, words: str) -> None:
    doc = NLP.make_doc(text)

    assert [token.text for token in doc] == words.split()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("DON'T CAN’T woudn't", "DO N'T CA N’T woud n't", id="a negation in capitals or misspelt"),
        pytest.param("CANNOT DONT Dont", "CAN NOT DO NT Do nt", id="without an apostrophe"),
        pytest.param("NATO've mama`s", "NATO 've mama `s", id="behind any word"),
        pytest.param("gonna Wanna OUTTA", "gon na Wan na OUT TA", id="two words written as one"),
        pytest.param("well ill id were", "well ill id were", id="a word that looks like a contraction"),
        pytest.param("the 1980's and 80’s", "the 1980's and 80’s", id="a decade"),
        pytest.param("China's parties' OK'd", "China 's parties ' OK'd", id="possessives and a participle"),
    ],
)
def test_apostrophes_cut_as_in_the_treebanks(text: str, words: str) -> None:
    doc = NLP.make_doc(text)

    assert [token.text for token in doc] == words.split()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("(713-853-3989), 1-800-991-9019", "( 713-853-3989 ) , 1-800-991-9019", id="telephone numbers"),
        pytest.param("2004-05-01. 11-20-2000", "2004-05-01 . 11-20-2000", id="dates"),
        pytest.param("10-15 1998-2002 2003–07", "10 - 15 1998 - 2002 2003 – 07", id="ranges"),
        pytest.param("6:00pm 9am-5pm 7a.m.", "6:00 pm 9 am - 5 pm 7 a.m.", id="times of day"),
        pytest.param("$65k $5bn 60Hz 5G", "$ 65 k $ 5 bn 60 Hz 5G", id="units and a network"),
        pytest.param("5'2 #1 #Taiwan, A+", "5 ' 2 # 1 #Taiwan , A +", id="marks beside a number or a letter"),
        pytest.param("[1]–[3] date(s)", "[ 1 ] – [ 3 ] date ( s )", id="brackets within"),
    ],
)
def test_numbers_cut_as_in_the_treebanks(text: str, words: str) -> None:
    doc = NLP.make_doc(text)

    assert [token.text for token in doc] == words.split()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Sen. Smith, Sr., of Fifth Ave.", "Sen. Smith , Sr. , of Fifth Ave.", id="abbreviations"),
        pytest.param("U.S. n.d. Ph.D.", "U.S. n.d. Ph.D.", id="letters with full stops"),
        pytest.param("the IoT. PhD.", "the IoT . PhD .", id="a word that ends in a capital"),
        pytest.param("cats, etc., and so on, etc.", "cats , etc. , and so on , etc .", id="etc. inside and at the end"),
        pytest.param("What?! room.? (2005): x", "What ?! room .? ( 2005 ) : x", id="runs of marks"),
        pytest.param("The end?But (here)and;there", "The end ? But ( here ) and ; there", id="missing spaces"),
        pytest.param("a --> b ===== ‘’c’’", "a --> b ===== ‘’ c ’’", id="drawn arrows, rules and quotation marks"),
        pytest.param("see ld2d-#69366-1.DOC.", "see ld2d-#69366-1.DOC .", id="a file"),
        pytest.param("doi:10.1037/0022-3514.92.", "doi:10.1037/0022-3514.92 .", id="a digital object identifier"),
        pytest.param("http://a.org/b-c?d=e;f, x", "http://a.org/b-c?d=e;f , x", id="an address"),
    ],
)
def test_full_stops_and_other_marks_cut_as_in_the_treebanks(text: str, words: str) -> None:
    doc = NLP.make_doc(text)

    assert [token.text for token in doc] == words.split()


@given(texts)
def test_words_and_spaces_are_the_text(text: str) -> None:
    doc = NLP.make_doc(text)

    assert doc.text == text


@pytest.fixture(scope="module")
def restored() -> Language:
    """A pipeline without the rules of its own that was given the saved ones."""
    return spacy.blank("en").from_bytes(NLP.to_bytes())


@given(text=texts)
def test_rules_are_saved_with_the_pipeline(restored: Language, text: str) -> None:
    doc = restored.make_doc(text)

    assert [token.text for token in doc] == [token.text for token in NLP.make_doc(text)]


@pytest.mark.timeout(10)
@pytest.mark.parametrize("mark", ["!", "=", "-", "_", "*", "~", "<", ".", "a-", "1-", "n't", "->", "(b"])
def test_long_run_within_a_word_takes_little_time(mark: str) -> None:
    text = "a" + mark * 100_000 + "a"

    doc = NLP.make_doc(text)

    assert doc.text == text
