claim-place = Här står det
claim-character = tecken { $start } och framåt
claim-verified = Textstället är jämfört tecken för tecken med det som lästes. Det markerade är stället, resten är text runt om.
claim-find = Öppna dokumentet på sidan som anges. Stället börjar vid tecken { $start } och slutar före tecken { $end }, räknat från textens början.
claim-verb = Vad texten säger, och vad du får säga
claim-stated = Texten säger:
claim-licensed = På länken får verbet lova högst:
claim-to-link = Se länken
claim-no-link = Påståendet hör inte till någon länk mellan två begrepp, så det ger ingen grund för att säga att något påverkar något annat.
claim-says = Påståendet i delar
claim-basis = Vem säger det, och på vilken grund?
claim-authors = dokumentets författare
claim-no-study = Texten anger ingen studie bakom påståendet.
claim-read = Så har det lästs
claim-readings = { $count ->
    [one] En läsning
   *[other] { $count } oberoende läsningar
}
claim-lowered = Underlaget bär bara det här verbet: { $licensed }.
claim-missing-part = Ja. Texten hänvisar för detta till en del som saknas i den text som har lästs.
claim-number = { NUMBER($number, maximumFractionDigits: 2) }
