loops-title = Loops
loops-title-concept = Loops through { $label }
loops-lead = A loop is a row of links that leads back to where it began. It shows how something may reinforce or dampen itself, if every link holds.
loops-through = Through the concept
loops-polarity = Kind of loop
loops-any-polarity = All
loops-weighted-only = Only links that have weight
loops-count = { $count ->
    [0] No loop of at most { $longest } steps.
    [one] 1 loop of at most { $longest } steps.
   *[other] { $count } loops of at most { $longest } steps.
}
loops-weighed = { $weighed ->
    [0] { $count ->
        [one] It does not hold with only links that have weight.
       *[other] None of them holds with only links that have weight.
    }
   *[other] { $weighed } hold with only links that have weight.
}
loops-show-unweighted = Include links without weight
loops-heading = Loop { $number }: { $polarity }, { $count } steps
loops-without-weight = The loop rests on links without weight: opinions, plans, comments or descriptions. It is an assumption to examine, not an established relation.
loops-steps = Step by step
loops-nothing = There is no closed loop of links in this collection with that choice.
loops-reading = How to read the picture
loops-legend-dotted = Dotted arrow: without weight, only opinions, plans and the like
loops-legend-version = Evidensgraf, data version { $version }
loops-picture-title = Loop, { $polarity }, { $count } steps
loops-breakers = Links that most loops go through
loops-breakers-lead = If such a link falls away, the loops through it are broken.
loops-breakers-shown = { $shown } of { $count } are shown.
loops-through-count = { $count } of { $total } loops
