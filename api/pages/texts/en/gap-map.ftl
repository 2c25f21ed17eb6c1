gap-map-title = Gap map
gap-map-lead = What the collection says of each pair of concepts, and where it says nothing. An empty cell does not mean that there is no relation. Open a cell to see what lies behind it, or why nothing is known.
gap-map-map = The map
gap-map-filter = Choose what the map shows
gap-map-first-hand = First-hand only
gap-map-at-least = At least one cell that is
gap-map-any-setting = All
gap-map-level = Lowest support level
gap-map-any-level = All levels
gap-map-narrower = Count narrower concepts too
gap-map-all = Show also rows and columns where nothing is known
gap-map-show = Show the map
gap-map-reset = Reset
gap-map-chosen = Chosen concepts
gap-map-only-row = Only the row:
gap-map-only-column = Only the column:
gap-map-whole = Show the whole map
gap-map-key = What the signs mean
gap-map-key-cell = Each cell shows the state first, then the sign for which way the relation goes. Below them stand the support level and, in brackets, the number of claims.
gap-map-shown = Shown here: { $rows ->
    [one] 1 row
   *[other] { $rows } rows
} and { $columns ->
    [one] 1 column
   *[other] { $columns } columns
}.
gap-map-omitted-silent = { $rows ->
    [one] 1 row
   *[other] { $rows } rows
} and { $columns ->
    [one] 1 column
   *[other] { $columns } columns
} are left out, since nothing is known in any of their cells.
gap-map-omitted = { $rows ->
    [one] 1 row
   *[other] { $rows } rows
} and { $columns ->
    [one] 1 column
   *[other] { $columns } columns
} are left out, since none of their cells is one that you chose.
gap-map-show-all = Show all { $rows } × { $columns }
gap-map-show-spoken = Show only rows and columns where something is known
gap-map-left-out = The filters keep away:
gap-map-without-filter = Remove the filters
gap-map-truncated = The map is not whole: a limit was reached before everything was counted.
gap-map-as-list = Show as a list
gap-map-as-table = Show as a table
gap-map-xlsx = Download for Excel
gap-map-csv = Download as CSV
gap-map-arrows = Move between the cells with the arrow keys.
gap-map-skip = Skip the table
gap-map-caption = Gap map, { $rows } × { $columns }
gap-map-silent = { $count ->
    [one] 1 cell where nothing is known
   *[other] { $count } cells where nothing is known
}
gap-map-nothing = No cell of the map is one that you chose. Remove a filter, or show all rows and columns.
gap-map-note = The map shows this collection of documents. That a cell is empty says nothing of research as a whole.
gap-map-sheet-map = Map
gap-map-sheet-cells = Cells
gap-map-sheet-key = Key
gap-map-filters = Filters
gap-map-iri-of = { $what } (IRI)
gap-map-code-of = { $what } (code)
gap-map-address = Address
