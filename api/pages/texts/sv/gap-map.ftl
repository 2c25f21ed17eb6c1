gap-map-title = Luckkarta
gap-map-lead = Vad samlingen säger om varje par av begrepp, och var den inte säger något. En tom ruta betyder inte att det saknas samband. Öppna en ruta för att se vad som ligger bakom, eller varför inget är känt.
gap-map-map = Kartan
gap-map-filter = Välj vad kartan ska visa
gap-map-first-hand = Bara i första hand
gap-map-at-least = Minst en ruta som är
gap-map-any-setting = Alla
gap-map-level = Lägsta stödnivå
gap-map-any-level = Alla nivåer
gap-map-narrower = Räkna in underordnade begrepp
gap-map-all = Visa också rader och kolumner där inget är känt
gap-map-show = Visa kartan
gap-map-reset = Nollställ
gap-map-chosen = Valda begrepp
gap-map-only-row = Bara raden:
gap-map-only-column = Bara kolumnen:
gap-map-whole = Visa hela kartan
gap-map-key = Vad tecknen betyder
gap-map-key-cell = I varje ruta står först läget, sedan tecknet för åt vilket håll sambandet går. Under dem står stödnivån och, inom parentes, antalet påståenden.
gap-map-shown = Här visas { $rows ->
    [one] 1 rad
   *[other] { $rows } rader
} och { $columns ->
    [one] 1 kolumn
   *[other] { $columns } kolumner
}.
gap-map-omitted-silent = { $rows ->
    [one] 1 rad
   *[other] { $rows } rader
} och { $columns ->
    [one] 1 kolumn
   *[other] { $columns } kolumner
} är utelämnade, eftersom inget är känt i någon av deras rutor.
gap-map-omitted = { $rows ->
    [one] 1 rad
   *[other] { $rows } rader
} och { $columns ->
    [one] 1 kolumn
   *[other] { $columns } kolumner
} är utelämnade, eftersom ingen av deras rutor är sådan som ni har valt.
gap-map-show-all = Visa alla { $rows } × { $columns }
gap-map-show-spoken = Visa bara rader och kolumner där något är känt
gap-map-left-out = Filtren håller borta:
gap-map-without-filter = Ta bort filtren
gap-map-truncated = Kartan är inte hel: en gräns nåddes innan allt var räknat.
gap-map-as-list = Visa som lista
gap-map-as-table = Visa som tabell
gap-map-xlsx = Ladda ned för Excel
gap-map-csv = Ladda ned som CSV
gap-map-arrows = Flytta mellan rutorna med piltangenterna.
gap-map-skip = Hoppa över tabellen
gap-map-caption = Luckkarta, { $rows } × { $columns }
gap-map-silent = { $count ->
    [one] 1 ruta där inget är känt
   *[other] { $count } rutor där inget är känt
}
gap-map-nothing = Ingen ruta i kartan är sådan som ni har valt. Ta bort något filter, eller visa alla rader och kolumner.
gap-map-note = Kartan visar den här samlingen av dokument. Att en ruta är tom säger inget om forskningen i stort.
gap-map-sheet-map = Karta
gap-map-sheet-cells = Rutor
gap-map-sheet-key = Förklaring
gap-map-filters = Filter
gap-map-iri-of = { $what } (IRI)
gap-map-code-of = { $what } (kod)
gap-map-address = Adress
