explore-title = Explore the links
explore-title-concept = Links around { $label }
explore-title-chains = From { $start } to { $end }
explore-lead = See what is said to hang together, as a picture and as a list. Start from a concept, or look for chains from one concept to another.
explore-loops = Loops in the collection
explore-loops-of = Loops through the concept
explore-concept-page = About the concept
explore-link-page = About the link

explore-ask-concept = Start from a concept
explore-ask-chains = Find chains
explore-concept = Concept
explore-from = From
explore-to = To
explore-sign = The chain as a whole
explore-any-sign = Increases or decreases
explore-hops = At most this many steps
explore-level = Support level
explore-any-level = All levels
explore-at-least = At least { $level }
explore-unweighted = Include links without weight (opinions, plans and the like)
explore-show = Show
explore-find = Find chains

explore-unclear-concept = “{ $text }” is not one particular concept in the collection.
explore-unclear-from = From: “{ $text }” is not one particular concept in the collection.
explore-unclear-to = To: “{ $text }” is not one particular concept in the collection.
explore-choices = Do you mean one of these?
explore-no-choices = The search finds nothing like it. Try another word.
explore-opposite = “{ $text }” is the opposite pole of a concept, that is, less of
explore-opposite-how = What stands below is written for more of the concept. Links pool claims about more and about less; for what you typed, read the first step the other way round.
explore-same = From and to are the same concept. A chain that comes back to where it began is a loop.

explore-larger = Larger
explore-smaller = Smaller
explore-fit = Show all
explore-spread = Rearrange
save-svg = Save as SVG
save-png = Save as PNG
explore-picture = Picture: { $title }. The list below says the same.
explore-nothing-chosen = Choose a concept to let the picture grow, or an arrow to read the link.
explore-restart = Start again from here
explore-how = An arrow goes from what is said to affect to what is said to be affected, or to go with it.
explore-legend-other = Other:
explore-legend-none = direction unknown or no difference
explore-legend-dotted = Dotted: without weight, only opinions, plans and the like
explore-legend-level = The thicker the line, the higher the support level, from { $least } to { $most }.
explore-legend-width = Thicker line: higher support level in this collection
explore-no-script = The picture needs JavaScript. The list below says the same.

explore-chain-title = Chain { $number }: { $count ->
    [one] 1 step
   *[other] { $count } steps
}
explore-step-by-step = Step by step
explore-chains = { $count ->
    [0] No chain
    [one] 1 chain
   *[other] { $count } chains
}
explore-chains-lead = A chain is never stronger than its weakest link. That the steps are there does not mean that anyone has seen the whole way.
explore-chains-shown = { $shown } of { $count } are shown, the best supported first.
explore-show-chain = Show in the picture
explore-weakest = Weakest link:
explore-assembled = assembled; no single study has seen the whole
explore-seen-whole = one and the same study has seen the whole
explore-scope-changes = { $count ->
    [0] the setting does not change
    [one] the setting changes once
   *[other] the setting changes { $count } times
}
explore-steps = { $count ->
    [one] 1 step
   *[other] { $count } steps
}
explore-changes-scope = the setting changes here
explore-truncated = The search reached its limit before everything was seen. There may be more.
explore-left-out = Left out:
explore-no-chain = There is no chain of that length in this collection.
explore-no-chain-weighed = No chain of that length holds with only links that have weight in this collection.
explore-other-chains = { $count ->
    [one] There is one chain if links without weight and lower support levels may be followed too.
   *[other] There are { $count } chains if links without weight and lower support levels may be followed too.
}
explore-search-unweighted = Search among them too
explore-bridge = What is missing
explore-reached = Links from the start reach this far ({ $count })
explore-leading = Links lead from here to the end ({ $count })
explore-no-ends = No concept.
explore-ends-shown = { $shown } of { $count } are shown.
explore-proposals = What would connect them
explore-no-proposals = No single link would be enough.
explore-what-is-known = What is known of the pair

explore-list = The same as a list
explore-best-lead = { $shown } of { $count } links are shown, the best supported first. Choose a concept to follow it further.
explore-hidden = { $count ->
    [one] 1 more link is not shown: it lacks weight or is below the level.
   *[other] { $count } more links are not shown: they lack weight or are below the level.
}
explore-show-all = Show all
explore-concepts = Concepts in the picture
explore-concepts-lead = Choose a concept to see its other links.
explore-grown = its links are shown
explore-grown-links = More links in the picture
explore-links = Links in the picture
explore-no-links = No links in this collection match the choice.
