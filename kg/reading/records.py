"""From the tree of a study file to JSON-LD: which class each record has, which keys it may use, how it is named.

Nothing here knows a key of its own: keys, classes and ranges are the ontology's. The triples are made by the JSON-LD
parser (`kg.reading.study_file`); here each of them is noted with its place.
"""

from __future__ import annotations

from typing import Any

from kg.ontology import Class, Property, ValueKind
from kg.ontology.context import ID_KEY, RECORDS_KEY, TYPE_KEY
from kg.reading.identifiers import iri_of
from kg.reading.naming import Naming, text_of
from kg.reading.nodes import Entry, Mapping, Node, Scalar, Sequence, is_refused
from kg.reading.places import Places
from kg.reading.values import Report, Value, ValueReader
from kg.reading.vocabulary import Vocabulary
from kg.reading.words import example, nearest, shown, with_article
from kg.terms import BASE, CONTEXT_IRI, DOCUMENT, TYPE

CONTEXT_KEY = "@context"
_CONTEXTS = (CONTEXT_IRI, [CONTEXT_IRI, {"@base": BASE}])

Json = dict[str, Any]


class RecordReader:
    """Reads one file's records, noting faults in a report and places of triples in an index.

    unread: subject and predicate of what was at fault, the predicate "" for a whole record, so that validation does
    not call missing what is only misspelt. own: IRIs of the records that are written below an inverse key, as claims.
    """

    def __init__(self, vocabulary: Vocabulary, report: Report) -> None:
        self.places = Places()
        self.unread: set[tuple[str, str]] = set()
        self.own: list[str] = []
        self.document_iri = ""
        self._vocabulary = vocabulary
        self._report = report
        self._values = ValueReader(vocabulary, report)
        self._naming = Naming(vocabulary, report, self.places)

    def document(self, root: Mapping) -> Json:
        """The whole file as JSON-LD, without its context."""
        named = self._vocabulary.ontology.classes[str(DOCUMENT)]
        self._judge_context(root)
        self._judge_document_type(root, named)
        content = self._record(
            root, named, self._naming.own_id(root, named), {ID_KEY, TYPE_KEY, CONTEXT_KEY, RECORDS_KEY}
        )
        self.document_iri = content[ID_KEY]
        if RECORDS_KEY in root.entries:
            content[RECORDS_KEY] = self._records(root.entries[RECORDS_KEY].value)
        return content

    def _judge_context(self, root: Mapping) -> None:
        entry = root.entries.get(CONTEXT_KEY)
        if entry and _plain(entry.value) not in _CONTEXTS:
            problem = "the file names another context; contexts are never fetched"
            self._report.add(entry.value, problem, f'"{CONTEXT_KEY}": {CONTEXT_IRI}, or no such key')

    def _judge_document_type(self, root: Mapping, named: Class) -> None:
        stated = self._naming.stated_class(root, [named.name])
        if stated and stated.iri != named.iri:
            node = root.entries[TYPE_KEY].value
            problem = f"a study file describes one {named.name}, not {with_article(stated.name)}"
            self._report.add(node, problem, f"type: {named.name}; other records go under `{RECORDS_KEY}`", named.name)

    def _records(self, node: Node) -> list[Json]:
        if not isinstance(node, Sequence):
            expected = f"`{RECORDS_KEY}:` and below it `- id: …` for each record"
            self._report.refuse(node, f"`{RECORDS_KEY}` is not a list", expected)
            return []
        return [found for item in node.items if (found := self._listed_record(item)) is not None]

    def _listed_record(self, node: Node) -> Json | None:
        if not isinstance(node, Mapping):
            self._report.refuse(node, "a record is not a mapping", "keys and values, beginning with `id` and `type`")
            return None
        named = self._naming.stated_class(node, sorted(self._vocabulary.writable)) or self._naming.class_by_id(node)
        if named is None:
            self.unread.add((iri_of(text_of(node, ID_KEY)), ""))
            return None
        if not named.namespace:
            expected = "the record in place, below the key that it belongs to"
            self._report.add(node, f"{with_article(named.name)} has no id of its own", expected)
            return None
        return self._record(node, named, self._naming.own_id(node, named), {ID_KEY, TYPE_KEY})

    def _record(self, node: Mapping, named: Class, subject: str, structural: set[str]) -> Json:
        self._note_record(node, named, subject)
        keys = self._vocabulary.keys[named.iri]
        content: Json = {ID_KEY: subject, TYPE_KEY: named.iri}
        for key, entry in node.entries.items():
            if key in keys:
                content[key] = self._values_of(keys[key], entry, subject)
            elif key not in structural:
                self._refuse_key(entry.key, named, subject, structural)
        return content

    def _note_record(self, node: Mapping, named: Class, subject: str) -> None:
        self.places.note_record(subject, node)
        entry = node.entries.get(TYPE_KEY)
        if entry:
            self.places.note_key(subject, str(TYPE), entry.key)
            self.places.note_value(subject, str(TYPE), named.iri, "", entry.value)

    def _refuse_key(self, node: Scalar, named: Class, subject: str, structural: set[str]) -> None:
        key, keys = node.text, self._vocabulary.keys[named.iri]
        if key in self._vocabulary.derived[named.iri]:
            problem = f"`{key}` of {with_article(named.name)} is worked out by the service"
            self._report.add(node, problem, "no such key; leave it out")
        elif key in self._vocabulary.owners:
            owners = self._vocabulary.owners[key]
            self._report.add(
                node, f"{with_article(named.name)} has no `{key}`", f"`{key}` belongs to {', '.join(owners)}"
            )
        else:
            near = nearest(key, [*keys, *structural])
            known = f"one of {', '.join(keys)}" if not near else ""
            sample = f"as in `{example(self._vocabulary.ontology, keys[near])}`" if near in keys else ""
            self._report.add(node, f"`{shown(key)}` is not a key of {with_article(named.name)}", known or sample, near)
            self.unread.update({(subject, keys[near].iri)} if near in keys else ())

    def _values_of(self, each: Property, entry: Entry, subject: str) -> Any:
        count = len(self._report.faults)
        self.places.note_key(subject, each.iri, entry.key)
        if each.kind is ValueKind.TEXT:
            texts = list(self._values.texts(each, entry.value))
            content: Any = {t.language: [v.text for v in texts if v.language == t.language] for t in texts}
            self._note(subject, each, texts)
        else:
            is_list = isinstance(entry.value, Sequence)
            items = enumerate(self._values.items(each, entry.value), start=1)
            read = (self._value(each, item, subject, f"-{number}" if is_list else "") for number, item in items)
            content = [found for found in read if found is not None]
        if len(self._report.faults) > count or is_refused(entry.value):
            self.unread.add((subject, each.iri))
        return content

    def _value(self, each: Property, node: Node, subject: str, suffix: str) -> Any:
        if each.kind is ValueKind.LITERAL or each.range is None:
            found = self._values.literal(each, node)
        elif each.kind is ValueKind.RESOURCE and (isinstance(node, Mapping) or self._stands_in_place(each)):
            return self._nested(each, node, subject, suffix)
        else:
            found = self._values.reference(each, node)
        self._note(subject, each, [found] if found else [])
        return found.text if found else None

    def _stands_in_place(self, each: Property) -> bool:
        return each.is_inverse or not self._vocabulary.is_named(each.range or "")

    def _nested(self, each: Property, node: Node, subject: str, suffix: str) -> Json | None:
        sample = example(self._vocabulary.ontology, each)
        if not isinstance(node, Mapping):
            self._report.refuse(
                node, "a name stands where a record is written in place", f"a mapping, as in `{sample}`"
            )
            return None
        named = self._class_of_nested(each, node)
        if named is None:
            return None
        if named.namespace and not each.is_inverse:
            expected = f"the record under `{RECORDS_KEY}`, and here its name only, as in `{sample}`"
            self._report.add(node, f"{with_article(named.name)} is not written below `{each.key}`", expected)
            return None
        joint = "/" if "#" in subject else "#"
        iri = self._naming.own_id(node, named) if named.namespace else f"{subject}{joint}{each.key}{suffix}"
        content = self._record(node, named, iri, {ID_KEY, TYPE_KEY} if named.namespace else {TYPE_KEY})
        self._note_nested(each, node, subject, iri)
        return content

    def _class_of_nested(self, each: Property, node: Mapping) -> Class | None:
        ontology = self._vocabulary.ontology
        expected = ontology.classes.get(each.range or "")
        if expected and not expected.is_abstract and TYPE_KEY not in node.entries:
            return expected
        below = ontology.descendants(expected.iri) if expected else ontology.classes.values()
        fitting = [c.name for c in below if c.name in self._vocabulary.writable]
        stated = self._naming.stated_class(node, fitting)
        if stated is None or stated.name in fitting:
            return stated
        problem = f"{with_article(stated.name)} is no value of `{each.key}`"
        self._report.add(node.entries[TYPE_KEY].value, problem, f"one of {', '.join(fitting)}")
        return None

    def _note_nested(self, each: Property, node: Mapping, subject: str, iri: str) -> None:
        if each.is_inverse:
            self.own.append(iri)
            self.places.note_value(iri, each.iri, subject, "", node)
        else:
            self.places.note_value(subject, each.iri, iri, "", node)

    def _note(self, subject: str, each: Property, values: list[Value]) -> None:
        for value in values:
            self.places.note_value(subject, each.iri, value.text, value.language, value.node)


def _plain(node: Node) -> Any:
    if isinstance(node, Mapping):
        return {key: _plain(entry.value) for key, entry in node.entries.items()}
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return node.text if isinstance(node, Scalar) else None
