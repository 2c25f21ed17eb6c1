site-description = What studies and other documents say about methods, organisation and work environment in the Swedish social services, and how well it is supported.
skip-to-content = To the content
menu = Menu
language = Language
menu-gap-map = Gap map
menu-explore = Explore
menu-compare = Compare
menu-contradictions = Contradictions
menu-documents = Documents
menu-brief = Brief

footer-this-collection = Everything here is about this collection of documents, not about research as a whole. What is missing has not been disproved.
footer-about = How to read levels and signs
footer-question = This page’s question in GraphQL
footer-further-question = Question { $number }
footer-licences = Licences
footer-version = Data version

in-language-sv = in Swedish
in-language-en = in English
page-number = p. { $page }
pair-to = to
more = Show more
on-this-page = On this page
without-weight = without weight

link-count = { $count ->
    [one] 1 link
   *[other] { $count } links
}
claim-count = { $count ->
    [one] 1 claim
   *[other] { $count } claims
}
lineage-count = { $count ->
    [0] no lineage with weight
    [one] 1 lineage
   *[other] { $count } lineages
}
disputing-count = { $count } against
concept-count = { $count ->
    [one] 1 concept
   *[other] { $count } concepts
}
nothing-said = Nothing is said of this in this collection.

pick-add = Add to the brief
pick-full = The brief is full
pick-remove = Remove from the brief

error-title = { $status ->
    [404] There is no such page
    [400] The address cannot be answered
    [503] The service cannot answer just now
    [504] The question took too long
   *[other] Something went wrong
}
error-lead = { $status ->
    [404] There is no page at this address, or what it would be about is not in the collection.
    [400] Something in the address is not as it should be. Nothing is lost.
    [503] This does not mean that something is missing from the collection, only that we could not look. Try again in a while.
    [504] This does not mean that something is missing from the collection, only that we had no time to look. Narrow the question and try again.
   *[other] The fault is ours. Try again; if that does not help, tell us what you did.
}
error-to-start = To the start page
bad-value = There is no value “{ $value }” for { $name }. Possible values: { $known }.
bad-number = “{ $value }” for { $name } must be a whole number from { $least } to { $most }.
not-stated = not stated
none = none
shown-of = { $shown } of { $total } are shown.
