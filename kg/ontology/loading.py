"""Loads the ontology once: all its Turtle files into one graph, and from it the records.

Leaves to others: judging study files (validation) and what GraphQL makes of the records (api).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef
from rdflib.exceptions import ParserError
from rdflib.namespace import VANN
from rdflib.plugins.parsers.notation3 import BadSyntax

from kg.errors import OntologyError
from kg.ontology.graph_reading import flag, integer, iris, local_name, string, texts
from kg.ontology.model import Ontology
from kg.ontology.prepared import read_prepared_graph, write_prepared_graph
from kg.ontology.records import Class, Code
from kg.ontology.shapes import check_patterns, properties_of_shapes
from kg.resources import ontology_folder
from kg.terms import CODE, EG

_STYLE = "style.ttl"
"""Shapes that judge the ontology itself; kept out of its graph, so that they do not judge study files too."""


_MEND = "mend the Turtle file and start again"


def load_ontology(extension: Path | None = None, *, folder: Path | None = None) -> Ontology:
    """The shipped ontology, with the Turtle files of an extension folder added to it.

    extension: a folder whose `*.ttl` files, at any depth, add classes, properties, shapes, concepts or codes.
    folder: read this folder in place of the shipped one.
    Raises OntologyError where a folder or file cannot be read, where classes are below each other in a circle, or where
    shapes cannot be understood.
    """
    shipped = folder or ontology_folder()
    digest = hashlib.sha256()
    graph = _shipped_graph(_shipped_files(shipped), digest)
    if extension is not None:
        _parse_into(graph, _read(_extension_files(extension), digest))
    check_patterns(graph)
    rules, constraints = _queries(shipped / "rules"), _queries(shipped / "constraints")
    for query in (*rules.values(), *constraints.values()):
        digest.update(query.encode())
    superclasses = _superclasses(graph)
    return Ontology(
        graph=graph,
        classes={each.iri: each for each in _classes(graph, superclasses)},
        codes=_codes(graph, superclasses),
        superclasses=superclasses,
        style=_style(shipped),
        rules=rules,
        constraints=constraints,
        checks=_queries(shipped / "checks"),
        digest=digest.hexdigest(),
    )


def prepare_ontology() -> None:
    """Writes the shipped ontology's graph, so that starting need not parse it. Raises OntologyError."""
    digest, graph = hashlib.sha256(), Graph()
    contents = _read(_shipped_files(ontology_folder()), digest)
    if read_prepared_graph(digest.hexdigest()) is None:
        _parse_into(graph, contents)
        write_prepared_graph(graph, digest.hexdigest())


def _shipped_files(folder: Path) -> list[Path]:
    return sorted(each for each in folder.rglob("*.ttl") if each.name != _STYLE)


def _shipped_graph(files: list[Path], digest: hashlib._Hash) -> Graph:
    """The graph of the files: as it was prepared from just these, else parsed."""
    contents = _read(files, digest)
    prepared = read_prepared_graph(digest.hexdigest())
    if prepared is not None:
        return prepared
    graph = Graph()
    _parse_into(graph, contents)
    return graph


def _style(folder: Path) -> Graph:
    graph = Graph()
    if (folder / _STYLE).exists():
        _parse_into(graph, _read([folder / _STYLE], hashlib.sha256()))
    return graph


def _extension_files(extension: Path) -> list[Path]:
    if not extension.is_dir():
        raise OntologyError(
            f"the ontology folder {extension} does not exist",
            remedy="give a folder with Turtle files (*.ttl)",
        )
    files = sorted(extension.rglob("*.ttl"))
    if not files:
        raise OntologyError(
            f"the ontology folder {extension} holds no Turtle file", remedy="its files must end in .ttl"
        )
    return files


def _read(files: Iterable[Path], digest: hashlib._Hash) -> dict[Path, bytes]:
    """The bytes of each file, which the digest takes in. Raises OntologyError for one that cannot be read."""
    contents: dict[Path, bytes] = {}
    for file in files:
        try:
            contents[file] = file.read_bytes()
        except OSError as error:
            raise OntologyError(f"{file}: {error}", remedy=_MEND) from error
        digest.update(contents[file])
    return contents


def _parse_into(graph: Graph, contents: Mapping[Path, bytes]) -> None:
    for file, data in contents.items():
        try:
            graph.parse(data=data, format="turtle", publicID=file.name)
        except BadSyntax as error:
            raise OntologyError(f"{file}:{error.lines + 1}  {error._why}", remedy=_MEND) from error
        except (UnicodeDecodeError, ParserError) as error:
            raise OntologyError(f"{file}: {error}", remedy=_MEND) from error
        except Exception as error:  # the parser has no error of its own for a file that ends too early, among others
            raise OntologyError(f"{file} is not whole or not Turtle", remedy=_MEND) from error


def _superclasses(graph: Graph) -> dict[str, set[str]]:
    classes = set(graph.subjects(RDF.type, OWL.Class))
    found = {str(each): {str(up) for up in graph.transitive_objects(each, RDFS.subClassOf)} for each in classes}
    for each, ups in found.items():
        round_about = sorted(up for up in ups if up != each and each in found.get(up, ()))
        if round_about:
            raise OntologyError(
                f"the classes {local_name(each)} and {local_name(round_about[0])} are each below the other",
                remedy="take one of the two rdfs:subClassOf away",
            )
    return found


def _classes(graph: Graph, superclasses: dict[str, set[str]]) -> Iterable[Class]:
    for iri in sorted(superclasses):
        node = URIRef(iri)
        prefix, namespace = _naming(graph, iri, superclasses)
        yield Class(
            iri=iri,
            name=local_name(iri),
            parents=tuple(up for up in iris(graph, node, RDFS.subClassOf) if up in superclasses),
            labels=texts(graph, node, RDFS.label),
            definitions=texts(graph, node, SKOS.definition),
            prefix=prefix,
            namespace=namespace,
            plural_key=string(graph, node, EG.pluralKey),
            is_abstract=flag(graph, node, EG.isAbstract),
            is_computed=flag(graph, node, EG.isComputed),
            is_transient=flag(graph, node, EG.isTransient),
            way_in=string(graph, node, EG.wayIn),
            properties=properties_of_shapes(graph, iri, superclasses),
        )


def _naming(graph: Graph, iri: str, superclasses: dict[str, set[str]]) -> tuple[str | None, str | None]:
    nearest_first = sorted(superclasses[iri], key=lambda up: -len(superclasses.get(up, ())))
    for up in nearest_first:
        prefix = string(graph, URIRef(up), VANN.preferredNamespacePrefix)
        if prefix is not None:
            return prefix, string(graph, URIRef(up), VANN.preferredNamespaceUri)
    return None, None


def _codes(graph: Graph, superclasses: dict[str, set[str]]) -> dict[str, tuple[Code, ...]]:
    classes = (iri for iri, ups in superclasses.items() if str(CODE) in ups and iri != str(CODE))
    return {iri: tuple(_codes_of(graph, iri)) for iri in classes}


def _codes_of(graph: Graph, class_iri: str) -> Iterable[Code]:
    nodes = sorted(
        graph.subjects(RDF.type, URIRef(class_iri)),
        key=lambda node: (integer(graph, node, EG.order) or 0, str(node)),
    )
    for node in nodes:
        name, weight = local_name(str(node)), graph.value(node, EG.weight)
        yield Code(
            iri=str(node),
            name=name,
            enum_name=name.replace("-", "_").upper(),
            labels=texts(graph, node, SKOS.prefLabel),
            definitions=texts(graph, node, SKOS.definition),
            readings=texts(graph, node, EG.readAs) or texts(graph, node, SKOS.prefLabel),
            notation=str(graph.value(node, SKOS.notation) or ""),
            weight=None if weight is None else int(str(weight)),
        )


def _queries(folder: Path) -> dict[str, str]:
    return {file.stem: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.rq"))}
