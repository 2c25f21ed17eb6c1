explore-title = Utforska länkarna
explore-title-concept = Länkar kring { $label }
explore-title-chains = Från { $start } till { $end }
explore-lead = Se vad som sägs hänga samman, som bild och som lista. Utgå från ett begrepp, eller sök kedjor från ett begrepp till ett annat.
explore-loops = Kretsar i samlingen
explore-loops-of = Kretsar genom begreppet
explore-concept-page = Om begreppet
explore-link-page = Om länken

explore-ask-concept = Utgå från ett begrepp
explore-ask-chains = Sök kedjor
explore-concept = Begrepp
explore-from = Från
explore-to = Till
explore-sign = Hela kedjan
explore-any-sign = Ökar eller minskar
explore-hops = Högst så många steg
explore-level = Stödnivå
explore-any-level = Alla nivåer
explore-at-least = Minst { $level }
explore-unweighted = Ta med länkar utan vikt (åsikter, planer och annat)
explore-show = Visa
explore-find = Sök kedjor

explore-unclear-concept = ”{ $text }” är inte ett bestämt begrepp i samlingen.
explore-unclear-from = Från: ”{ $text }” är inte ett bestämt begrepp i samlingen.
explore-unclear-to = Till: ”{ $text }” är inte ett bestämt begrepp i samlingen.
explore-choices = Menar du något av dessa?
explore-no-choices = Sökningen hittar inget som liknar det. Pröva ett annat ord.
explore-opposite = ”{ $text }” är motpolen till ett begrepp, alltså mindre av
explore-opposite-how = Det som står nedan är skrivet för mer av begreppet. Länkarna räknar samman påståenden om mer och om mindre; för det du skrev läses första ledet åt andra hållet.
explore-same = Från och till är samma begrepp. En kedja som kommer tillbaka dit den började är en krets.

explore-larger = Större
explore-smaller = Mindre
explore-fit = Visa allt
explore-spread = Ordna om
save-svg = Spara som SVG
save-png = Spara som PNG
explore-picture = Bild: { $title }. Samma innehåll står i listan nedanför.
explore-nothing-chosen = Välj ett begrepp för att låta bilden växa, eller en pil för att läsa länken.
explore-restart = Börja om härifrån
explore-how = En pil går från det som sägs påverka till det som sägs påverkas, eller som det går ihop med.
explore-legend-other = Annat:
explore-legend-none = riktning okänd eller ingen skillnad
explore-legend-dotted = Prickat: utan vikt, bara åsikter, planer och liknande
explore-legend-level = Ju tjockare linje, desto högre stödnivå, från { $least } till { $most }.
explore-legend-width = Tjockare linje: högre stödnivå i denna samling
explore-no-script = Bilden kräver JavaScript. Listan nedan säger detsamma.

explore-chain-title = Kedja { $number }: { $count } steg
explore-step-by-step = Steg för steg
explore-chains = { $count ->
    [0] Ingen kedja
    [one] 1 kedja
   *[other] { $count } kedjor
}
explore-chains-lead = En kedja är aldrig starkare än sin svagaste länk. Att stegen finns betyder inte att någon har sett hela vägen.
explore-chains-shown = Här visas { $shown } av { $count }, de bäst underbyggda först.
explore-show-chain = Visa i bilden
explore-weakest = Svagaste länken:
explore-assembled = hopsatt; ingen enskild studie har sett hela
explore-seen-whole = en och samma studie har sett hela
explore-scope-changes = { $count ->
    [0] sammanhanget skiftar inte
    [one] sammanhanget skiftar 1 gång
   *[other] sammanhanget skiftar { $count } gånger
}
explore-steps = { $count } steg
explore-changes-scope = sammanhanget skiftar här
explore-truncated = Sökningen nådde sin gräns innan allt var genomgånget. Det kan finnas fler.
explore-left-out = Utelämnat:
explore-no-chain = Ingen kedja av den längden finns i denna samling.
explore-no-chain-weighed = Ingen kedja av den längden håller med bara sådana länkar som har vikt i denna samling.
explore-other-chains = { $count ->
    [one] En kedja finns om också länkar utan vikt och lägre stödnivåer får följas.
   *[other] { $count } kedjor finns om också länkar utan vikt och lägre stödnivåer får följas.
}
explore-search-unweighted = Sök också bland dem
explore-bridge = Vad som saknas
explore-reached = Dit når länkarna från start ({ $count })
explore-leading = Härifrån leder länkar till målet ({ $count })
explore-no-ends = Inget begrepp.
explore-ends-shown = { $shown } av { $count } visas.
explore-proposals = Vad som skulle knyta ihop
explore-no-proposals = Ingen enskild länk skulle räcka.
explore-what-is-known = Vad som är känt om paret

explore-list = Samma innehåll som lista
explore-best-lead = Här visas { $shown } av { $count } länkar, de bäst underbyggda först. Välj ett begrepp för att följa det vidare.
explore-hidden = { $count ->
    [one] 1 länk till visas inte: den saknar vikt eller ligger under nivån.
   *[other] { $count } länkar till visas inte: de saknar vikt eller ligger under nivån.
}
explore-show-all = Visa alla
explore-concepts = Begrepp i bilden
explore-concepts-lead = Välj ett begrepp för att se dess övriga länkar.
explore-grown = länkarna visas
explore-grown-links = Fler länkar i bilden
explore-links = Länkar i bilden
explore-no-links = Inga länkar i denna samling svarar mot urvalet.
