documents-lead = { $count ->
    [one] Ett dokument har lästs från början till slut. Vad det inte kan bära står lika tydligt som vad det kan.
   *[other] { $count } dokument har lästs från början till slut. Vad vart och ett inte kan bära står lika tydligt som vad det kan.
}
documents-none = Inget dokument har lästs in i denna samling.
documents-no-year = utan år
documents-weighed = varav { $count } väger
documents-rests = Länkar som försvinner utan det
documents-lost = av { $links }
documents-lowered = { $count } får lägre nivå
documents-rests-nothing = ingen länk ändras
answer-truncated = Svaret är inte helt: en gräns nåddes innan allt var genomgånget. Talen är minst så stora.

document-record = Om dokumentet
document-record-all = Alla uppgifter
document-missing-lead = { $count ->
    [one] En del finns inte i den text som har lästs. Vad den säger är inte känt här.
   *[other] { $count } delar finns inte i den text som har lästs. Vad de säger är inte känt här.
}
document-missing-none = Inga saknade delar är kända.
document-without = Utan dokumentet
document-without-lead = Så ändras samlingen om dokumentet dras bort med allt det säger. Det mäter hur mycket samlingen vilar på det, inte hur bra det är.
document-claims = Påståenden i läsordning
document-claims-lead = { $weighed ->
    [0] Inget av dokumentets { $count } påståenden väger.
    [one] Av dokumentets { $count } påståenden väger ett. De övriga visas men väger inget.
   *[other] Av dokumentets { $count } påståenden väger { $weighed }. De övriga visas men väger inget.
}
document-filter = Visa
document-filtered = { $count } av { $all } påståenden är av slaget ”{ $kind }”.
document-unfiltered = Visa alla slag
document-from-start = Till början av dokumentet
document-no-section = Utan rubrik
document-no-claims = Inget påstående av detta slag i dokumentet.
document-studies = Studier och källor
document-reports = Studier som dokumentet redovisar
document-reports-nothing = Dokumentet redovisar ingen egen studie.
document-cites = Studier som dokumentet återger
document-cites-lead = Det som dokumentet säger om dem är i andra hand. Studierna själva har inte lästs in.
document-cites-nothing = Dokumentet återger ingen annan studie i sina påståenden.
document-works = Andra verk som påståendena åberopar
document-rest = Läst, men inte påståenden
document-rest-lead = { $count ->
    [0] Varje textställe i dokumentet gav minst ett påstående.
    [one] Ett textställe har lästs utan att ge något påstående. Skälet står här.
   *[other] { $count } textställen har lästs utan att ge något påstående. Skälen står här.
}
document-characters = tecken { $start }–{ $end }
document-set-aside = { $count ->
    [one] En läsning höll inte när läsningarna stämdes av mot texten.
   *[other] { $count } läsningar höll inte när läsningarna stämdes av mot texten.
}
document-set-aside-show = Visa vad som lades bort, och varför
document-set-aside-nothing = Ingen läsning har lagts bort.
document-verdicts = { $count ->
    [one] Ett utlåtande om en motsättning står i dokumentets studiefil.
   *[other] { $count } utlåtanden om motsättningar står i dokumentets studiefil.
}

without-claims = { $count ->
    [one] påstående faller bort
   *[other] påståenden faller bort
}
without-links = { $count ->
    [one] länk försvinner
   *[other] länkar försvinner
}
without-lowered = { $count ->
    [one] länk får lägre nivå
   *[other] länkar får lägre nivå
}
without-chains = { $count ->
    [one] kedja bryts eller försvagas
   *[other] kedjor bryts eller försvagas
}
without-loops = { $count ->
    [one] krets bryts eller försvagas
   *[other] kretsar bryts eller försvagas
}
without-cells = { $count ->
    [one] ruta i luckkartan ändras
   *[other] rutor i luckkartan ändras
}
without-gained = Kedjor som bara finns efteråt, för att en länk byter tecken: { $count }.
without-links-list = Länkar som försvinner
without-changed-list = Länkar som ändras men finns kvar
without-chains-list = Kedjor som bryts eller försvagas
without-loops-list = Kretsar som bryts eller försvagas
without-cells-list = Rutor i luckkartan som ändras
without-gone = försvinner
