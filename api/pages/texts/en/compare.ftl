compare-title = Compare
compare-lead = Put two to four methods or measures side by side: what they are for, what is said of them, how well, and what is not known.
compare-choose = { $number ->
    [1] First
    [2] Second
    [3] Third
   *[other] Fourth
}
compare-none = Choose …
compare-and = and
compare-one = Choose at least one more to compare with.
compare-pick-all = Add all { $count } to the brief
compare-unpick-all = Remove all { $count } from the brief
compare-more = Show { $count } more
compare-caption = The concepts side by side, one in each column
compare-in-short = In short
compare-nothing = Nothing is said of this in this collection.
compare-none-left = None.
compare-no-links = No link in this collection.
compare-status-note = That something is not evidence-based, or has no stated status, does not mean that it has no effect.
compare-too-many = At most { $most } can be compared at a time. The first { $most } are shown.
compare-unknown = There is no concept named “{ $name }”. Choose from the lists or search for it.
