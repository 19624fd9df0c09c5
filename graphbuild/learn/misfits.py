"""Facts of the examples that a build would refuse, because their sides are not of the relation's domain and range."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from graphbuild.extract import mentions_of
from graphbuild.learn.examples import Remark
from graphbuild.learn.places import Marked
from graphbuild.model import Document, Mention, Namespace, Reading
from graphbuild.normalize.link import Linker
from graphbuild.ontology import Ontology


def find_misfits(document: Document, docs: Iterable[Doc], facts: Sequence[Marked], ontology: Ontology) -> Iterator[Remark]:
    """Yield what a build would say against the facts of a text."""
    reading = Reading(document, tuple(mention for doc in docs for mention in mentions_of(doc)))
    linker = Linker(ontology, Namespace(), reading)
    for fact in facts:
        relation = ontology.relations.get(fact.fact.relation or "")
        if relation is None:
            continue
        subject, obj = _type(fact.subject.mention, linker), _type(fact.object.mention, linker)
        orders = ((subject, obj), (obj, subject)) if relation.is_symmetric else ((subject, obj),)
        if not any(ontology.fits(relation, *order) for order in orders):
            sides = (("subject", fact.subject, subject, relation.domain), ("object", fact.object, obj, relation.range))
            wrong = [
                f'{name} "{side.mention.text}" is read as {type_}, not as {" or ".join(classes)}'
                for name, side, type_, classes in sides
                if classes and not any(type_ in {"", "Thing"} or ontology.is_a(type_, class_) for class_ in classes)
            ]
            yield Remark(fact.fact.line, f"a build refuses this {relation.name}: {', '.join(wrong)}", is_error=False)


def _type(mention: Mention, linker: Linker) -> str:
    """Return the type of the thing that a mention names, nothing if it names none that a build knows."""
    entity = linker.find(mention) or linker.find_metonym(mention)
    return entity.type if entity is not None else ""
