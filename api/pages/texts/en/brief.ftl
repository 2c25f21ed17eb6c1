brief-kind = Training brief
brief-untitled = Training brief
brief-lead = Gather what you want to bring up, put it in order, add headings of your own and print it. Each statement brings its level and its sources.
brief-limits = Everything here is about one collection of documents, not about research as a whole. The levels tell how well something is supported in the collection. What is not mentioned has not been disproved.
brief-empty = The brief is empty. Choose “Add to the brief” at concepts, links, chains and cells, and they turn up here.
brief-full = The brief holds { $most } parts and is full.
brief-left-out = { $count ->
    [one] One part found no room and is left out.
   *[other] { $count } parts found no room and are left out.
} The brief holds { $most }.
brief-docx = Download as Word
brief-print = Print or save as PDF
brief-permalink = Permalink
brief-copy = Copy the permalink
brief-copied = Copied
brief-take = Make this my brief
brief-replace = Replace my brief with this one
brief-as-bibtex = References as BibTeX
brief-as-csl = References as CSL-JSON
brief-up = Move up
brief-down = Move down
brief-remove = Remove
brief-edit = Change the brief
brief-title = Name of the brief
brief-heading = New heading of your own
brief-add = Add a page
brief-add-help = The address of a concept, a link, a cell or another brief.
brief-not-added = “{ $address }” is not the address of anything that a brief can hold. Paste the address of a concept, a link, a cell or another brief.
brief-save = Save changes
brief-links = Links, best supported first
brief-force = May be said at most
brief-rests-on = Rests on
brief-where = Holds for
brief-unknown = Not known
brief-no-links = No link in this collection.
brief-no-design = design not stated
brief-open = { $count ->
    [one] One claim states no direction, or says that it is unknown.
   *[other] { $count } claims state no direction, or say that it is unknown.
}
brief-accompanying = { $count ->
    [one] There is also one opinion, plan, norm or description on the pair, which carries no weight.
   *[other] There are also { $count } opinions, plans, norms or descriptions on the pair, which carry no weight.
}
brief-scope-changes = { $count ->
    [one] One step is about another context than the step before it. What holds in the one need not hold in the other.
   *[other] { $count } steps are about another context than the step before. What holds in the one need not hold in the other.
}
brief-reference = reference { $number }
brief-references = References
brief-no-references = Nothing above rests on any document.
brief-levels = What the levels mean
brief-means = Meaning
brief-about = About this brief
brief-no-title = no title
brief-no-year = no year
brief-not-read = Not read for the collection; passed on second-hand.
brief-inferred = Inferred by the reader: { $properties }.
brief-unread = This is nothing that a brief can hold: { $item }.
brief-gone = This is not in the collection: { $item }.
brief-gone-here = It was there when the brief was made.
brief-changed-here = This has changed since the brief was made.
brief-same-here = Unchanged since the brief was made.
brief-have-changed = { $count ->
    [one] One part says something else than when the brief was made.
   *[other] { $count } parts say something else than when the brief was made.
}
brief-are-gone = { $count ->
    [one] One part is not in the collection.
   *[other] { $count } parts are not in the collection.
}
brief-marked = It is marked below.
brief-unchanged = Nothing that stands here has changed since the brief was made.
