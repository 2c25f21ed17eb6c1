cell-link = See the link and how the level came about
cell-map = Gap map for { $label }
cell-said = What is said of the pair
cell-why = Why nothing is known
cell-not-known = What is not known
cell-why-effect-reported = The collection reports a relation. The level says how well it is supported here, not how large it is.
cell-why-null-reported = That no difference is reported is not the same as having shown that there is none.
cell-why-mixed = The basis points in different directions. See the claims for and against above before saying what holds.
cell-why-stated-unknown = A document says explicitly that it is not known. The claims that say so stand above.
cell-why-planned = There are only plans or stated aims. Nothing in the collection says how it went.
cell-why-not-addressed = No claim in the collection is on a relation from the one to the other. That does not mean that there is none, only that the collection says nothing of it.
cell-why-text-missing = The two are said to go together, but the part of the text that would show how is not in what was read:
cell-mentioned = The pair is mentioned, but only in what has no weight: opinions, comments, norms or descriptions. Nobody has examined it.
cell-hidden = { $count ->
    [0] Filters are on, but they keep no claim on the pair away.
    [one] The filters keep away 1 claim on the pair.
   *[other] The filters keep away { $count } claims on the pair.
}
cell-narrower = { $count ->
    [one] 1 claim is on narrower concepts. It is not counted here, but stands under the nearest evidence.
   *[other] { $count } claims are on narrower concepts. They are not counted here, but stand under the nearest evidence.
}
cell-others = { $count ->
    [one] 1 claim is on the pair the other way round or in another way, and is not counted here.
   *[other] { $count } claims are on the pair the other way round or in another way, and are not counted here.
}
cell-back = See the pair the other way round
cell-nearest = The nearest evidence
cell-nearest-lead = This is not evidence on the pair. It is what the collection says near by, without filters and with the best supported first.
cell-near = Broader and narrower concepts
cell-near-nothing = Nothing is known of broader or narrower concepts in this collection.
cell-near-more = { $count ->
    [one] 1 more cell
   *[other] { $count } more cells
}
cell-elsewhere = What else is said of { $label }
cell-elsewhere-nothing = Nothing of that sort is known of { $label } in this collection.
cell-toward = What else is said in connection with { $label }
cell-toward-nothing = Nothing else of that sort is said in connection with { $label } in this collection.
cell-chains = Chains from the one to the other
cell-chain-direct = The direct link is the only way from the one to the other.
cell-bridge = What would connect them
cell-bridge-lead = Questions to seek answers to, not evidence.
cell-filtered = Filters are on. What stands here is about those claims only that the filters let through.
cell-chains-more = { $count ->
    [one] 1 more chain is not shown here.
   *[other] { $count } more chains are not shown here.
}
