"""Read known actors and the roles that they held from RDF."""

from collections.abc import Mapping

from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef
from rdflib.term import Node

from graphbuild.model import Iri
from graphbuild.ontology.actors import KnownActor, RoleHolding
from graphbuild.ontology.description import Description
from graphbuild.ontology.terms import EntityClass, count_steps, split_name
from graphbuild.ontology.vocabulary import GB


def read_actors(graph: Graph, classes: Mapping[str, EntityClass]) -> tuple[KnownActor, ...]:
    """Return all things of any of the classes, by IRI."""
    class_by_iri = {URIRef(class_.iri): class_ for class_ in classes.values()}
    types_by_node: dict[Node, list[EntityClass]] = {}
    for node, type_ in graph.subject_objects(RDF.type):
        if isinstance(node, URIRef) and isinstance(type_, URIRef) and type_ in class_by_iri:
            types_by_node.setdefault(node, []).append(class_by_iri[type_])
    capitals = {city: country for country, city in sorted(graph.subject_objects(GB.capital), reverse=True)}
    actors = (_read_actor(graph, node, _most_specific(types, classes), capitals) for node, types in types_by_node.items())
    return tuple(sorted(actors, key=lambda actor: actor.iri))


def read_role_holdings(graph: Graph) -> tuple[RoleHolding, ...]:
    """Return the dated roles, those without holder or body left out, by holder and date."""
    holdings = []
    for node in graph.subjects(RDF.type, GB.RoleHolding):
        description = Description(graph, node)
        holder, role_of = description.iri(GB.holder), description.iri(GB.roleOf)
        if holder is not None and role_of is not None:
            start, end = description.text(GB["from"]), description.text(GB.until)
            holdings.append(RoleHolding(holder, description.text(GB.role), role_of, start, end or None))
    return tuple(sorted(holdings, key=lambda held: (held.holder, held.start, held.role, held.role_of, held.end or "")))


def _read_actor(graph: Graph, node: Node, type_: str, capitals: Mapping[Node, Node]) -> KnownActor:
    description = Description(graph, node)
    iri = Iri(str(node))
    label = description.text(RDFS.label) or split_name(iri.local_name)
    capital_of = description.iri(GB.capitalOf) or (Iri(str(capitals[node])) if node in capitals else None)
    return KnownActor(
        iri=iri,
        type=type_,
        label=label,
        aliases=tuple(alias for alias in description.texts(SKOS.altLabel, RDFS.label) if alias != label),
        acronyms=description.texts(GB.acronym),
        demonyms=description.texts(GB.demonym),
        metonyms=description.texts(GB.metonym),
        family_name=description.text(GB.familyName),
        country=description.iri(GB.country),
        government_of=description.iri(GB.governmentOf),
        capital_of=capital_of,
        same_as=description.iris(OWL.sameAs),
    )


def _most_specific(types: list[EntityClass], classes: Mapping[str, EntityClass]) -> str:
    """Return the type that is no superclass of another one, the first by name of several."""
    if len(types) == 1:
        return types[0].name
    names = {type_.name for type_ in types}
    general = {ancestor for name in names for ancestor in count_steps(name, classes) if ancestor != name}
    return min(names - general or names)
