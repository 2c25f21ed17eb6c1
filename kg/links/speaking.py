"""What links say in words: the sentence of each, and the steps by which its level came about.

Every sentence is formed from the ontology's templates; which one is licensed is decided here, never stronger than the
evidence (knowledge model, section 5).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.evidence import ConceptTree
from kg.links.pooling import Link, Role
from kg.links.rules import Requirement, SupportRules
from kg.links.support import LineageSupport, Standing, count_meeting, lineage_supports
from kg.ontology.graph_reading import local_name
from kg.terms import VERB_FORCE_ASSOCIATIVE, VERB_FORCE_CAUSAL
from kg.wording import Sentences, joined

Words = Mapping[str, str]
"""Language → text."""


@dataclass(frozen=True)
class Step:
    """One step of how a level came about: the rule, and what it led to here."""

    rule: Words
    effect: Words


@dataclass(frozen=True)
class Speaker:
    """Speaks of links that were judged by the rules, with the concepts' labels."""

    sentences: Sentences
    tree: ConceptTree
    rules: SupportRules

    def notation(self, link: Link) -> str:
        """The level in short: `U2`, or `U2±` where it is contested."""
        return self.level_name(link.level) + ("±" if link.is_contested else "")

    def level_name(self, level: str) -> str:
        """A level in short; its label is the same in every language."""
        return self.sentences.code(level)["en"]

    def licensed_force(self, link: Link) -> str:
        """What the link's verb may promise: a cause only with a lineage of the causal tier, else that two go together.

        Nor is it a cause where the sign is mixed, where a lineage says otherwise or found no difference, or where that
        lineage only says that they go together.
        """
        is_tested = any(self._is_test(each) for support in link.support for each in support.standings)
        is_settled = link.factor is not None and not link.opposition
        return str(VERB_FORCE_CAUSAL if is_tested and is_settled else VERB_FORCE_ASSOCIATIVE)

    def _is_test(self, standing: Standing) -> bool:
        return standing.tier >= self.rules.causal_tier and not standing.claim.is_symmetric

    def link(self, link: Link) -> dict[str, str]:
        """What the link says and how well it is supported."""
        return joined([self.relation(link), self.standing(link), *self._reservations(link)])

    def relation(self, link: Link) -> dict[str, str]:
        """What the link says, with the licensed verb."""
        ends = {"from_": self.tree.name(link.start), "to": self.tree.name(link.end)}
        return self.sentences.say(self._template(link), **ends)

    def standing(self, link: Link) -> dict[str, str]:
        """How many lineages are behind the link, how many of them can lift it, and what level that gives."""
        count, strong = len(link.support), self._strong(link)
        if count and link.factor is None:
            sides = {"support": count, "opposition": len(link.opposition)}
            return self.sentences.say("support-mixed", level=self.notation(link), **sides)
        if not count:
            key = "support-open" if link.having(Role.LEAVES_OPEN) else "support-none"
        elif not strong:
            key = "support-weak-one" if count == 1 else "support-weak-many"
        elif strong < count:
            key = "support-some"
        else:
            key = "support-one" if count == 1 else "support-many"
        parts = {"count": count, "strong": strong, "tier": self.rules.least_tier}
        return self.sentences.say(key, level=self.notation(link), **parts)

    def _strong(self, link: Link) -> int:
        return sum(each.tier >= self.rules.least_tier for each in link.support)

    def _reservations(self, link: Link) -> Iterator[Words]:
        """What makes all that stands behind the link weaker than it looks, and whether it is contested."""
        behind = link.support or lineage_supports(link.having(Role.LEAVES_OPEN), self.rules)
        if behind and not any(each.is_first_hand for each in behind):
            yield self.sentences.say("support-second-hand")
        for flag in self._shared_flags(behind):
            if self.sentences.has(f"support-flag-{local_name(flag)}"):
                yield self.sentences.say(f"support-flag-{local_name(flag)}")
        told = link.having(Role.SUPPORTS) or [
            each for each in link.claims if each.sign == link.sign and not each.is_qualifying
        ]
        if told and all(each.is_conditional for each in told):
            yield self.sentences.say("support-conditional")
        if link.is_contested:
            yield self.sentences.say("support-contested")
        elif link.opposition and link.factor is not None:
            yield self.sentences.say("support-opposed", count=len(link.opposition))

    def _shared_flags(self, behind: Iterable[LineageSupport]) -> list[str]:
        """The flags on the weightiest claim of every lineage, in the order of the rules."""
        flags = [each.best.claim.flags for each in behind]
        shared = frozenset.intersection(*flags) if flags else frozenset()
        return [flag for flag in self.rules.tiers_down if flag in shared]

    def why(self, link: Link) -> Iterator[Step]:
        """The steps in the order in which they are taken."""
        yield self._pooled(link)
        yield self._signed(link)
        for each in (*link.support, *link.opposition):
            yield self._lineage(each)
        yield from self._levels(link)
        if link.is_contested:
            effect = self.sentences.say("why-contested-effect", level=self.notation(link))
            yield Step(self.sentences.say("why-contested-rule"), effect)

    def _template(self, link: Link) -> str:
        sign = local_name(link.sign)
        weighed = link.having(Role.SUPPORTS, Role.DISPUTES, Role.LEAVES_OPEN)
        if not weighed and self.sentences.has(f"said-{sign}"):
            return f"said-{sign}"
        if self.licensed_force(link) == str(VERB_FORCE_CAUSAL) and self.sentences.has(f"link-causal-{sign}"):
            return f"link-causal-{sign}"
        if link.support and not self._strong(link) and self.sentences.has(f"weak-{sign}"):
            return f"weak-{sign}"
        return f"link-{sign}"

    def _pooled(self, link: Link) -> Step:
        weighed = sum(each.weight for each in link.claims)
        effect = self.sentences.say("why-pool-effect", weighed=weighed, count=len(link.claims))
        return Step(self.sentences.say("why-pool-rule"), effect)

    def _signed(self, link: Link) -> Step:
        effect = self.sentences.say(
            "why-sign-effect",
            sign=self.sentences.code(link.sign),
            support=len(link.support),
            opposition=len(link.opposition),
        )
        return Step(self.sentences.say("why-sign-rule"), effect)

    def _lineage(self, support: LineageSupport) -> Step:
        best = support.best
        design = best.basis.design if best.basis else None
        effect = self.sentences.say(
            "why-lineage-effect",
            lineage=self.tree.name(support.lineage),
            design=self.sentences.say("no-design") if design is None else self.sentences.code(design),
            before=best.tier_before_flags,
            flags=self._flags(best.claim.flags),
            tier=best.tier,
        )
        return Step(self.sentences.say("why-lineage-rule"), effect)

    def _flags(self, flags: frozenset[str]) -> dict[str, str]:
        told = [self.sentences.code(flag) for flag in sorted(flags)]
        return joined(told, ", ") if told else self.sentences.say("no-flags")

    def _levels(self, link: Link) -> Iterator[Step]:
        """What the reached level requires, and what the next one does."""
        levels = list(self.rules.levels)
        if link.rank > 0:
            effect = self.sentences.say("why-met-effect", level=self.level_name(link.level))
            yield Step(self._required(link.level), effect)
        if link.rank + 1 < len(levels):
            above = levels[link.rank + 1]
            found = joined([self._found(link, each) for each in self.rules.levels[above]], ", ")
            effect = self.sentences.say("why-unmet-effect", found=found, level=self.level_name(link.level))
            yield Step(self._required(above), effect)

    def _required(self, level: str) -> dict[str, str]:
        needed = joined([self.requirement(each) for each in self.rules.levels[level]], "; ")
        return self.sentences.say("why-met-rule", level=self.level_name(level), requirements=needed)

    def requirement(self, each: Requirement) -> dict[str, str]:
        """A requirement in words."""
        places = [self.tree.name(setting) for setting in sorted(each.settings)]
        places += [dict.fromkeys(("sv", "en"), country) for country in sorted(each.countries)]
        return self.sentences.say(
            "requirement-one" if each.minimum_count == 1 else "requirement",
            count=each.minimum_count,
            tier=each.minimum_tier,
            first=self.sentences.say("requirement-first-hand") if each.must_be_first_hand else "",
            place=self.sentences.say("requirement-place", places=joined(places, ", ")) if places else "",
        )

    def _found(self, link: Link, each: Requirement) -> dict[str, str]:
        found = count_meeting(link.support, each, self.tree)
        return self.sentences.say("requirement-found", found=found, count=each.minimum_count)
