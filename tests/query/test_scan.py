import pytest

from graphbuild.query.scan import asks_another_server, blank_opaque, find_undeclared_prefix, first_word


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("SELECT * { SERVICE <a:b> {} }", True, id="a clause"),
        pytest.param("select * { service <a:b> {} }", True, id="in small letters"),
        pytest.param("SELECT * { SERVICE:x {} }", True, id="before a name without a space"),
        pytest.param("SELECT * { ?s ?p ?o.SERVICE<a:b>{} }", True, id="after a full stop"),
        pytest.param("SELECT * { ?s ?p 'x'SERVICE<a:b>{} }", True, id="after a string"),
        pytest.param("# no\nSELECT * { SERVICE <a:b> {} }", True, id="after a comment"),
        pytest.param("SELECT * { ?s ?p ?o FILTER(?o < 3) SERVICE <a:b> {} }", True, id="after a comparison"),
        pytest.param("SELECT ?service { ?service ?p ?o }", False, id="a variable"),
        pytest.param("SELECT * { ?s gb:service ?o }", False, id="a name"),
        pytest.param("SELECT * { ?s ?p 'SERVICE <a:b>' }", False, id="in a string"),
        pytest.param('SELECT * { ?s ?p """a "SERVICE" b""" }', False, id="in a long string"),
        pytest.param("SELECT * { ?s ?p 'it\\'s SERVICE' }", False, id="in a string with an escaped quote"),
        pytest.param("SELECT * { ?s <http://x/SERVICE> ?o }", False, id="in an IRI"),
        pytest.param("SELECT * { ?s <http://x/#y> ?o } # SERVICE", False, id="in a comment"),
        pytest.param("SELECT * { ?s ?p ?o FILTER(SERVICES(?o)) }", False, id="in a longer word"),
    ],
)
def test_service_is_found_where_it_is_a_keyword(query: str, *, expected: bool) -> None:
    assert asks_another_server(query) is expected


@pytest.mark.parametrize(
    ("query", "word"),
    [
        pytest.param("SELECT * {}", "SELECT", id="at once"),
        pytest.param("  # SELECT\n ask {}", "ASK", id="after a comment"),
        pytest.param("PREFIX : <a:>\nprefix x-y: <b:>\nBASE <c:d>\nDESCRIBE :x", "DESCRIBE", id="after declarations"),
        pytest.param("insert data {}", "INSERT", id="an update"),
        pytest.param("{}", "", id="none"),
    ],
)
def test_first_word_follows_the_declarations(query: str, word: str) -> None:
    assert first_word(query) == word


@pytest.mark.parametrize(
    ("query", "prefix"),
    [
        pytest.param("SELECT * { ?s foo:bar ?o }", "foo", id="a prefix"),
        pytest.param("SELECT * { ?s gb:metWith foo:bar }", "foo", id="after a known one"),
        pytest.param("PREFIX foo: <a:> SELECT * { foo:a baz:b ?o }", "baz", id="after a declared one"),
        pytest.param("SELECT * { ?s :bar ?o }", "", id="the empty prefix"),
        pytest.param("SELECT * { ?s gb:a 'foo:bar', <foo:bar> }", None, id="none in strings and IRIs"),
        pytest.param("SELECT * { ?s gb:a gb:b:c }", None, id="none within a name"),
    ],
)
def test_undeclared_prefix_is_found(query: str, prefix: str | None) -> None:
    assert find_undeclared_prefix(query, {"gb"}) == prefix


def test_blanking_keeps_every_place() -> None:
    query = 'ASK {\n  ?s <a:b> """x\ny""" # z\n}'

    blanked = blank_opaque(query)

    assert len(blanked) == len(query)
    assert [place for place, char in enumerate(blanked) if char == "\n"] == [
        place for place, char in enumerate(query) if char == "\n"
    ]
    assert blanked.split() == ["ASK", "{", "?s", "}"]
