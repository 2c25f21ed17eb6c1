loops-title = Kretsar
loops-title-concept = Kretsar genom { $label }
loops-lead = En krets är länkar i rad som leder tillbaka dit de började. Den visar hur något kan förstärka eller dämpa sig självt, om varje länk håller.
loops-through = Genom begreppet
loops-polarity = Slag av krets
loops-any-polarity = Alla
loops-weighted-only = Bara länkar som har vikt
loops-count = { $count ->
    [0] Ingen krets på högst { $longest } steg.
    [one] 1 krets på högst { $longest } steg.
   *[other] { $count } kretsar på högst { $longest } steg.
}
loops-weighed = { $weighed ->
    [0] { $count ->
        [one] Den håller inte med bara länkar som har vikt.
       *[other] Ingen av dem håller med bara länkar som har vikt.
    }
   *[other] { $weighed } håller med bara länkar som har vikt.
}
loops-show-unweighted = Ta med länkar utan vikt
loops-heading = Krets { $number }: { $polarity }, { $count } steg
loops-without-weight = Kretsen vilar på länkar utan vikt: åsikter, planer, kommentarer eller beskrivningar. Den är ett antagande att pröva, inget belagt samband.
loops-steps = Steg för steg
loops-nothing = Ingen sluten krets av länkar finns i denna samling med det urvalet.
loops-reading = Så läser du bilden
loops-legend-dotted = Prickad pil: utan vikt, bara åsikter, planer och liknande
loops-legend-version = Evidensgraf, dataversion { $version }
loops-picture-title = Krets, { $polarity }, { $count } steg
loops-breakers = Länkar som flest kretsar går genom
loops-breakers-lead = Faller en sådan länk bort bryts de kretsar som går genom den.
loops-breakers-shown = { $shown } av { $count } visas.
loops-through-count = { $count } av { $total } kretsar
