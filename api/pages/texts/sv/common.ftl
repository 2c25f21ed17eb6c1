site-description = Vad studier och andra dokument säger om metoder, organisation och arbetsmiljö i socialtjänsten, och hur väl det är underbyggt.
skip-to-content = Till innehållet
menu = Meny
language = Språk
menu-gap-map = Luckkarta
menu-explore = Utforska
menu-compare = Jämför
menu-contradictions = Motsättningar
menu-documents = Dokument
menu-brief = Underlag

footer-this-collection = Allt som står här gäller denna samling av dokument, inte forskningen i stort. Det som saknas är inte motbevisat.
footer-about = Så läser du nivåer och tecken
footer-question = Sidans fråga i GraphQL
footer-further-question = Fråga { $number }
footer-licences = Licenser
footer-version = Dataversion

in-language-sv = på svenska
in-language-en = på engelska
page-number = s. { $page }
pair-to = till
more = Visa fler
on-this-page = På sidan
without-weight = utan vikt

link-count = { $count ->
    [one] 1 länk
   *[other] { $count } länkar
}
claim-count = { $count ->
    [one] 1 påstående
   *[other] { $count } påståenden
}
lineage-count = { $count ->
    [0] inget släktskap av vikt
    [one] 1 släktskap
   *[other] { $count } släktskap
}
disputing-count = { $count } emot
concept-count = { $count } begrepp
nothing-said = I denna samling sägs inget om detta.

pick-add = Lägg i underlaget
pick-full = Underlaget är fullt
pick-remove = Ta ur underlaget

error-title = { $status ->
    [404] Sidan finns inte
    [400] Adressen går inte att besvara
    [503] Tjänsten kan inte svara just nu
    [504] Frågan tog för lång tid
   *[other] Något gick fel
}
error-lead = { $status ->
    [404] Det finns ingen sida på den här adressen, eller så finns det som den skulle handla om inte i samlingen.
    [400] Något i adressen är inte som det ska. Inget har gått förlorat.
    [503] Det betyder inte att det saknas något i samlingen, bara att vi inte kunde titta. Försök igen om en stund.
    [504] Det betyder inte att det saknas något i samlingen, bara att vi inte hann titta. Begränsa frågan och försök igen.
   *[other] Felet är vårt. Försök igen; hjälper det inte, berätta vad du gjorde.
}
error-to-start = Till startsidan
bad-value = Värdet ”{ $value }” för { $name } finns inte. Möjliga värden: { $known }.
bad-number = ”{ $value }” för { $name } ska vara ett heltal från { $least } till { $most }.
not-stated = anges inte
none = inga
shown-of = { $shown } av { $total } visas.
