start-title = What do we know about methods and work environment in the social services?
start-heading = What do we know about methods and work environment in the social services?
start-lead = See what documents say goes together, how well that is supported, and what nobody has examined. Every claim leads to its place in the text.
start-ways = Three ways in
start-holds = What the collection holds
start-holds-not = What it does not
start-documents = { $count ->
    [one] document, read from beginning to end
   *[other] documents, read from beginning to end
}
start-claims = claims, each with its place in the text
start-links = links between two concepts
start-changed = The collection was last changed on { $date }.
start-levels = { $supported } of { $links } links reach above the lowest support level. { $strong ->
    [0] None reaches U3 or U4
    [one] One reaches U3 or U4
   *[other] { $strong } reach U3 or U4
}.
start-gaps = Of { $cells } pairs of a method or measure and an outcome, { $silent } are not addressed.
start-gap-map = See the gap map
start-missing = { $count ->
    [one] One document is not whole:
   *[other] { $count } documents are not whole:
}
start-not-systematic = No systematic search lies behind it, and no appraisal of risk of bias.
start-best = What is best supported here
start-best-lead = Best in this collection is not the same as well established. Open a link to see what its level rests on.

search-label = Search the collection
search-placeholder = Concept, claim or document
search-button = Search
search-try = Try
search-examples = support from managers|supervision|sickness absence|motivational interviewing
search-title = Search: { $text }
search-kind = Search among
search-all = Everything
search-count = { $count ->
    [one] 1 hit for “{ $text }”
   *[other] { $count } hits for “{ $text }”
}
search-nothing = Nothing in the collection matches “{ $text }”. Try a shorter or more common word.

way-methods = Methods and measures
way-methods-lead = What you can do: ways of working, and what an employer introduces.
way-factors = Factors
way-factors-lead = What sets workplaces apart: demands, resources and conditions.
way-outcomes = Outcomes
way-outcomes-lead = What it leads to: health, staffing, quality and clients’ situation.
browse-count = { $count ->
    [one] 1 concept.
   *[other] { $count } concepts.
}
