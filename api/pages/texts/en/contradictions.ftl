contradictions-lead = What speaks against something else, side by side. No side wins, and nothing is averaged.
contradictions-about = Concept
contradictions-count = { $count ->
    [0] No contradiction was found in this collection.
    [one] One contradiction in this collection.
   *[other] { $count } contradictions in this collection.
}
contradictions-filtered = Of { $all } in all.
contradictions-show-all = Show all
contradictions-and = and
contradictions-weighed = both sides have weight
contradictions-unweighed = at least one side has no weight
contradictions-one-side = One side ({ $count })
contradictions-other-side = The other side ({ $count })
contradictions-no-difference = Nothing that sets the sides apart was found in this collection.
contradictions-verdict = Verdict by { $reader }, in the study file of
contradictions-link = See the link
contradictions-none = Nothing in this collection speaks against anything else. It may mean that too little was read.
contradictions-none-about = Nothing in this collection speaks against anything else on this concept. It may mean that too little was read.
