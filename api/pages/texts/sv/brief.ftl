brief-kind = Underlag för utbildning
brief-untitled = Underlag för utbildning
brief-lead = Samla det ni vill ta upp, ordna det, lägg till egna rubriker och skriv ut. Varje uttalande får med sin nivå och sina källor.
brief-limits = Allt här gäller en samling dokument, inte forskningen i stort. Nivåerna säger hur väl något är underbyggt i samlingen. Det som inte nämns är inte motbevisat.
brief-empty = Underlaget är tomt. Välj ”Lägg i underlaget” vid begrepp, länkar, kedjor och rutor, så hamnar de här.
brief-full = Underlaget rymmer { $most } delar och är fullt.
brief-left-out = { $count ->
    [one] En del fick inte plats och är inte med.
   *[other] { $count } delar fick inte plats och är inte med.
} Underlaget rymmer { $most }.
brief-docx = Hämta som Word
brief-print = Skriv ut eller spara som PDF
brief-permalink = Fast länk
brief-copy = Kopiera fast länk
brief-copied = Kopierad
brief-take = Gör detta till mitt underlag
brief-replace = Byt ut mitt underlag mot detta
brief-as-bibtex = Källor som BibTeX
brief-as-csl = Källor som CSL-JSON
brief-up = Flytta upp
brief-down = Flytta ner
brief-remove = Ta bort
brief-edit = Ändra underlaget
brief-title = Underlagets namn
brief-heading = Ny egen rubrik
brief-add = Lägg till en sida
brief-add-help = Adressen till ett begrepp, en länk, en ruta eller ett annat underlag.
brief-not-added = ”{ $address }” är inte adressen till något som ett underlag kan innehålla. Klistra in adressen till ett begrepp, en länk, en ruta eller ett annat underlag.
brief-save = Spara ändringar
brief-links = Länkar, de bäst underbyggda först
brief-force = Får sägas som mest
brief-rests-on = Vilar på
brief-where = Gäller
brief-unknown = Inte känt
brief-no-links = Ingen länk i denna samling.
brief-no-design = upplägget anges inte
brief-open = { $count ->
    [one] Ett påstående anger ingen riktning, eller säger att den är okänd.
   *[other] { $count } påståenden anger ingen riktning, eller säger att den är okänd.
}
brief-accompanying = { $count ->
    [one] En åsikt, plan, norm eller beskrivning finns också om paret, men väger inget.
   *[other] { $count } åsikter, planer, normer eller beskrivningar finns också om paret, men väger inget.
}
brief-scope-changes = { $count ->
    [one] Ett steg gäller ett annat sammanhang än steget före. Det som gäller i det ena behöver inte gälla i det andra.
   *[other] { $count } steg gäller ett annat sammanhang än steget före. Det som gäller i det ena behöver inte gälla i det andra.
}
brief-reference = källa { $number }
brief-references = Källor
brief-no-references = Inget av det ovan vilar på något dokument.
brief-levels = Vad nivåerna betyder
brief-means = Betydelse
brief-about = Om underlaget
brief-no-title = utan titel
brief-no-year = utan år
brief-not-read = Inte läst för samlingen; återgivet i andra hand.
brief-inferred = Av läsaren härlett: { $properties }.
brief-unread = Detta är inget som ett underlag kan innehålla: { $item }.
brief-gone = Detta finns inte i samlingen: { $item }.
brief-gone-here = Fanns när underlaget gjordes.
brief-changed-here = Detta har ändrats sedan underlaget gjordes.
brief-same-here = Oförändrat sedan underlaget gjordes.
brief-have-changed = { $count ->
    [one] En del säger något annat än när underlaget gjordes.
   *[other] { $count } delar säger något annat än när underlaget gjordes.
}
brief-are-gone = { $count ->
    [one] En del finns inte i samlingen.
   *[other] { $count } delar finns inte i samlingen.
}
brief-marked = Det är märkt nedan.
brief-unchanged = Inget av det som står här har ändrats sedan underlaget gjordes.
