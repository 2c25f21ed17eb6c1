start-title = Vad vet vi om metoder och arbetsmiljö i socialtjänsten?
start-heading = Vad vet vi om metoder och arbetsmiljö i socialtjänsten?
start-lead = Här ser du vad dokument säger hänger samman, hur väl det är underbyggt, och vad ingen har undersökt. Varje påstående leder till sitt ställe i texten.
start-ways = Tre vägar in
start-holds = Det här finns i samlingen
start-holds-not = Det här finns inte
start-documents = { $count ->
    [one] dokument, läst från början till slut
   *[other] dokument, lästa från början till slut
}
start-claims = påståenden, vart och ett med sitt textställe
start-links = länkar mellan två begrepp
start-changed = Samlingen ändrades senast { $date }.
start-levels = { $supported } av { $links } länkar når över den lägsta stödnivån. { $strong ->
    [0] Ingen når U3 eller U4
    [one] En når U3 eller U4
   *[other] { $strong } når U3 eller U4
}.
start-gaps = Av { $cells } par av metod eller åtgärd och utfall är { $silent } inte behandlade.
start-gap-map = Se luckkartan
start-missing = { $count ->
    [one] Ett dokument är inte helt:
   *[other] { $count } dokument är inte hela:
}
start-not-systematic = Ingen systematisk sökning ligger bakom, och ingen granskning av risken för snedvridning.
start-best = Det som är bäst underbyggt här
start-best-lead = Bäst i denna samling är inte detsamma som väl belagt. Öppna en länk för att se vad nivån vilar på.

search-label = Sök i samlingen
search-placeholder = Begrepp, påstående eller dokument
search-button = Sök
search-try = Pröva till exempel
search-examples = stöd från chef|handledning|sjukfrånvaro|motiverande samtal
search-title = Sökning: { $text }
search-kind = Sök bland
search-all = Allt
search-count = { $count ->
    [one] 1 träff på ”{ $text }”
   *[other] { $count } träffar på ”{ $text }”
}
search-nothing = Inget i samlingen stämmer med ”{ $text }”. Pröva ett kortare eller vanligare ord.

way-methods = Metoder och åtgärder
way-methods-lead = Det ni kan göra: arbetsmetoder, och sådant som en arbetsgivare inför.
way-factors = Faktorer
way-factors-lead = Det som skiljer arbetsplatser åt: krav, resurser och förutsättningar.
way-outcomes = Utfall
way-outcomes-lead = Det som det leder till: hälsa, bemanning, kvalitet och klienters situation.
browse-count = { $count } begrepp.
