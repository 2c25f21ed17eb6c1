"""What a brief says of each item, once for the page and for the Word file, so that both say the same.

A text keeps its language, since one that the reader's language lacks is told in another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from api.pages.page import Asked, Data, codes
from api.pages.rendering import label_of
from api.pages.texts import Interface, interface
from api.pages.views.ways import way_of

Record = Mapping[str, Any]


@dataclass(frozen=True)
class Span:
    """A piece of text and the language that it is in."""

    text: str
    language: str


@dataclass(frozen=True)
class Line:
    """Something that is said. claims: what it rests on, for the references. graded: the record whose level is shown
    beside it; None for none. address: of the page that tells more, "" for none.
    """

    spans: Sequence[Span]
    claims: Sequence[Record] = ()
    graded: Record | None = None
    address: str = ""

    @property
    def text(self) -> str:
        """The whole of it, without its languages."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True)
class Fact:
    """Lines under a name. is_gap: whether they tell what is not known. is_ordered: whether their order tells."""

    name: str
    lines: Sequence[Line]
    is_gap: bool = False
    is_ordered: bool = False


@dataclass(frozen=True)
class Told:
    """What an item says. title: of one concept, or of the two ends of a pair. address: of its page."""

    title: Sequence[Span]
    address: str
    statement: Line
    facts: Sequence[Fact]

    @property
    def lines(self) -> list[Line]:
        """All lines, in order."""
        return [self.statement, *(line for fact in self.facts for line in fact.lines)]


class Teller:
    """Tells items in the language of a request."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._say: Interface = interface(asked.language)
        self._levels = {level.enum_name: level for level in codes(asked.ontology, "SupportLevel")}
        self._states = {state.enum_name: state for state in codes(asked.ontology, "CellState")}
        self._signs = {sign.enum_name: sign for sign in codes(asked.ontology, "Sign")}

    def tell(self, kind: str, found: Record) -> Told:
        """What an item of the kind says. found: its record in the answer."""
        told: Told = getattr(self, f"_{kind}")(found)
        return told

    # --- kinds -----------------------------------------------------------------------------------------------------

    def _concept(self, found: Record) -> Told:
        facts = [
            self._fact(self._word("ComparedConcept.evidenceStatuses"), self._statuses(found["told"])),
            self._fact(self._word("ComparedConcept.purposes"), map(self._claim, found["told"]["purposes"])),
            self._fact(self._say("brief-links"), self._links(found)),
            self._fact(self._say("brief-unknown"), self._silences(found), is_gap=True),
        ]
        title = [_span(found, "label", capital=True)]
        return Told(title, self._asked.addresses.of(found["id"]), Line([_span(found, "definition")]), _present(facts))

    def _link(self, found: Record) -> Told:
        weighed = [*found["supporting"]["nodes"], *found["disputing"]["nodes"]]
        others = [*found["accompanying"]["nodes"], *found["open"]["nodes"]]
        facts = [
            self._level(found),
            self._fact(self._say("brief-force"), [self._plain(found["licensedForceLabel"])]),
            self._fact(self._say("brief-rests-on"), self._lineages(found, weighed)),
            self._fact(self._say("brief-where"), self._contexts([*weighed, *others])),
            self._fact(self._word("Claim.conditions"), self._conditions(weighed)),
            self._fact(self._say("brief-unknown"), self._gaps(found), is_gap=True),
        ]
        return self._pair(found, self._asked.addresses.link, [*weighed, *others], facts)

    def _cell(self, found: Record) -> Told:
        state = self._states[found["state"]]
        label = found["stateLabel"]
        facts = [
            self._fact(self._word("GapMapCell.state"), [self._plain(label[:1].upper() + label[1:] + ".")]),
            *([self._level(found)] if found["level"] else ()),
            self._fact(self._say("brief-unknown"), [self._plain(state.definitions[self._asked.language])], is_gap=True),
        ]
        return self._pair(found, self._asked.addresses.cell, found["claims"], facts)

    def _chain(self, found: Record) -> Told:
        steps = Fact(self._word("Chain.hops"), [self._hop(hop) for hop in found["hops"]], is_ordered=True)
        changes = found["scopeChangeCount"]
        gaps = [self._plain(self._say("brief-scope-changes", count=changes))] if changes else []
        facts = [steps, self._level(found), self._fact(self._say("brief-unknown"), gaps, is_gap=True)]
        claims = [claim for hop in found["hops"] for claim in hop["claims"]]
        return self._pair(found, self._explored, claims, facts)

    # --- parts -----------------------------------------------------------------------------------------------------

    def _pair(self, found: Record, address: Any, claims: Sequence[Record], facts: Iterable[Fact]) -> Told:
        title = [_span(found["from"], "label", capital=True), _span(found["to"], "label")]
        statement = Line([_span(found, "inWords")], claims)
        return Told(title, address(found["from"]["id"], found["to"]["id"]), statement, _present(facts))

    def _explored(self, source: str, target: str) -> str:
        name = self._asked.addresses.name
        return self._asked.addresses.to("/explore", **{"from": name(source), "to": name(target), "unweighted": "1"})

    def _fact(self, name: str, lines: Iterable[Line], is_gap: bool = False) -> Fact:
        return Fact(name, list(lines), is_gap)

    def _level(self, found: Record) -> Fact:
        definition = self._levels[found["level"]].definitions[self._asked.language]
        return Fact(self._word("Link.level"), [Line([self._own(definition)], graded=found)])

    def _hop(self, hop: Record) -> Line:
        sign = self._signs[hop["sign"]].readings[self._asked.language]
        spans = [_span(hop["from"], "label"), self._own(" → "), _span(hop["to"], "label"), self._own(f": {sign}.")]
        address = self._asked.addresses.link(hop["from"]["id"], hop["to"]["id"])
        return Line(spans, hop["claims"], hop, address)

    def _lineages(self, found: Record, weighed: Iterable[Record]) -> list[Line]:
        claims = {claim["id"]: claim for claim in weighed}
        lines = []
        for support in found["profile"]["nodes"]:
            facts = [
                self._say("link-against" if support["isOpposing"] else "link-for"),
                self._say("link-first-hand" if support["isFirstHand"] else "link-second-hand"),
                support["designLabel"] or self._say("brief-no-design"),
                *support["supportFlagsLabels"],
            ]
            told = self._own(f": {', '.join(facts)}.")
            known = [claims[each["id"]] for each in support["claims"]["nodes"] if each["id"] in claims]
            lines.append(Line([_span(support["lineage"], "label"), told], known))
        return [*lines, *self._more(found["profile"])]

    def _more(self, listed: Record) -> list[Line]:
        """That a list has more than is shown."""
        shown, total = len(listed["nodes"]), listed["totalCount"]
        return [self._plain(self._say("shown-of", shown=shown, total=total))] if total > shown else []

    def _contexts(self, claims: Iterable[Record]) -> list[Line]:
        contexts = {claim["context"]["id"]: claim["context"] for claim in claims}
        return [Line([_span(context, "label")]) for context in contexts.values()]

    def _conditions(self, claims: Iterable[Record]) -> list[Line]:
        told = [
            Line([_span(condition, "statement")], [claim])
            for claim in claims
            for condition in claim["conditions"]["nodes"]
        ]
        return told or [self._plain(self._say("link-no-conditions"))]

    def _gaps(self, found: Record) -> list[Line]:
        """What is not known of a link: whether anything speaks against it, which claims leave its direction open."""
        gaps = []
        if not found["profile"]["nodes"]:
            gaps.append(self._say("link-profile-nothing"))
        if not found["disputing"]["totalCount"]:
            gaps.append(self._say("link-against-nothing"))
        if found["open"]["totalCount"]:
            gaps.append(self._say("brief-open", count=found["open"]["totalCount"]))
        if found["accompanying"]["totalCount"]:
            gaps.append(self._say("brief-accompanying", count=found["accompanying"]["totalCount"]))
        return [self._plain(gap) for gap in gaps]

    def _statuses(self, told: Record) -> list[Line]:
        lines = []
        for stated in told["evidenceStatuses"]:
            about = [stated["evidenceQuestionLabel"], stated["evidenceSenseLabel"]]
            rest = "".join(f" · {each}" for each in about if each)
            lines.append(Line([_span(stated["status"], "label", capital=True), self._own(rest)], stated["claims"]))
        return [*lines, self._plain(self._say("compare-status-note"))] if lines else []

    def _links(self, found: Record) -> list[Line]:
        links = strongest(found)
        lines = [
            Line(
                [_span(link, "inWords")],
                [*link["supporting"]["nodes"], *link["disputing"]["nodes"]],
                link,
                self._asked.addresses.link(link["from"]["id"], link["to"]["id"]),
            )
            for link in links
        ]
        total = found["linksOut"]["totalCount"] + found["linksIn"]["totalCount"]
        return [*lines, *self._more({"nodes": links, "totalCount": total})]

    def _silences(self, found: Record) -> list[Line]:
        """What is not known of a concept: links, statuses, what is said to be unknown, outcomes without a claim."""
        told, way = found["told"], way_of(self._asked.ontology, found["__typename"])
        lines = [] if strongest(found) else [self._plain(self._say("brief-no-links"))]
        if way == "methods" and told["notStatedQuestionsLabels"]:
            questions = ", ".join(told["notStatedQuestionsLabels"])
            lines.append(self._plain(f"{self._word('ComparedConcept.notStatedQuestions')}: {questions}."))
        lines += [self._claim(claim) for claim in told["statedUnknown"]]
        if way != "outcomes" and told["outcomesWithoutClaim"]:
            spans = [self._own(f"{self._word('ComparedConcept.outcomesWithoutClaim')}: ")]
            for place, each in enumerate(told["outcomesWithoutClaim"]):
                spans += [self._own(", " if place else ""), _span(each, "label"), self._own(f" ({each['count']})")]
            lines.append(Line([*spans, self._own(".")]))
        return lines

    def _claim(self, claim: Record) -> Line:
        rest = f" ({claim['kindLabel']}, {claim['directnessLabel']})"
        return Line(
            [_span(claim, "statement"), self._own(rest)], [claim], address=self._asked.addresses.of(claim["id"])
        )

    def _plain(self, text: str) -> Line:
        return Line([self._own(text)])

    def _own(self, text: str) -> Span:
        return Span(text, self._asked.language)

    def _word(self, name: str) -> str:
        label = label_of(self._asked.ontology, name, self._asked.language)
        return label[:1].upper() + label[1:]


def strongest(concept: Record) -> list[Record]:
    """The links of a concept's answer, those with the highest level first, then those with most lineages."""
    links = [*concept["linksOut"]["nodes"], *concept["linksIn"]["nodes"]]
    return sorted(links, key=lambda link: (link["level"], link["lineageCount"]), reverse=True)


def levels_in_words(asked: Asked) -> list[tuple[str, str]]:
    """Every level in short and what it means."""
    return [
        (each.labels[asked.language], each.definitions[asked.language])
        for each in codes(asked.ontology, "SupportLevel")
    ]


def last_changed(data: Data) -> str:
    """The day on which the collection was last changed, as 2026-11-25; "" where the answer does not tell."""
    days = [each["changedOn"] for each in data.get("latest", {}).get("nodes", ()) if each["changedOn"]]
    return max(days, default="")


def _span(record: Record, key: str, capital: bool = False) -> Span:
    text = str(record[key])
    return Span(text[:1].upper() + text[1:] if capital else text, str(record[f"{key}Language"]).lower())


def _present(facts: Iterable[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.lines]
