compare-title = Jämför
compare-lead = Lägg två till fyra metoder eller åtgärder sida vid sida: vad de är till för, vad som sägs om dem, hur väl, och vad som inte är känt.
compare-choose = { $number ->
    [1] Första
    [2] Andra
    [3] Tredje
   *[other] Fjärde
}
compare-none = Välj …
compare-and = och
compare-one = Välj minst en till att jämföra med.
compare-pick-all = Lägg alla { $count } i underlaget
compare-unpick-all = Ta alla { $count } ur underlaget
compare-more = Visa { $count } till
compare-caption = Begreppen sida vid sida, ett i varje kolumn
compare-in-short = I korthet
compare-nothing = Inget sägs om detta i denna samling.
compare-none-left = Inga.
compare-no-links = Ingen länk i denna samling.
compare-status-note = Att något inte är evidensbaserat, eller saknar angiven status, betyder inte att det saknar verkan.
compare-too-many = Högst { $most } kan jämföras på en gång. Här visas de { $most } första.
compare-unknown = Det finns inget begrepp med namnet ”{ $name }”. Välj i listorna eller sök efter det.
