cell-link = Se länken och hur nivån blev till
cell-map = Luckkarta för { $label }
cell-said = Det som sägs om paret
cell-why = Varför inget är känt
cell-not-known = Det som inte är känt
cell-why-effect-reported = Samlingen rapporterar ett samband. Nivån säger hur väl det är underbyggt här, inte hur stort det är.
cell-why-null-reported = Att ingen skillnad rapporteras är inte detsamma som att det är visat att det inte finns någon.
cell-why-mixed = Underlaget pekar åt olika håll. Se påståendena för och emot ovan innan något sägs om vad som gäller.
cell-why-stated-unknown = Ett dokument säger uttryckligen att det inte är känt. Påståendena som säger det står ovan.
cell-why-planned = Det finns bara planer eller uttalade syften. Inget i samlingen säger hur det gick.
cell-why-not-addressed = Inget påstående i samlingen gäller ett samband från det ena till det andra. Det betyder inte att det inte finns något, bara att samlingen inte säger något om det.
cell-why-text-missing = Det sägs att de två hänger samman, men den del av texten som skulle visa hur finns inte med i det som har lästs:
cell-mentioned = Paret nämns, men bara i sådant som inte väger: åsikter, kommentarer, normer eller beskrivningar. Ingen har undersökt det.
cell-hidden = { $count ->
    [0] Filter är på, men de håller inte borta något påstående om paret.
    [one] Filtren håller borta 1 påstående om paret.
   *[other] Filtren håller borta { $count } påståenden om paret.
}
cell-narrower = { $count ->
    [one] 1 påstående gäller underordnade begrepp. Det räknas inte här, men står under det närmaste underlaget.
   *[other] { $count } påståenden gäller underordnade begrepp. De räknas inte här, men står under det närmaste underlaget.
}
cell-others = { $count ->
    [one] 1 påstående gäller paret åt andra hållet eller på annat sätt, och räknas inte här.
   *[other] { $count } påståenden gäller paret åt andra hållet eller på annat sätt, och räknas inte här.
}
cell-back = Se paret åt andra hållet
cell-nearest = Det närmaste underlaget
cell-nearest-lead = Detta är inte belägg för paret. Det är vad samlingen säger i närheten, utan filter och med det bäst underbyggda först.
cell-near = Vidare och snävare begrepp
cell-near-nothing = Inget är känt om vidare eller snävare begrepp i denna samling.
cell-near-more = { $count ->
    [one] 1 ruta till
   *[other] { $count } rutor till
}
cell-elsewhere = Det som sägs om { $label } i övrigt
cell-elsewhere-nothing = Inget av det slaget är känt om { $label } i denna samling.
cell-toward = Annat som sätts i samband med { $label }
cell-toward-nothing = Inget annat av det slaget sätts i samband med { $label } i denna samling.
cell-chains = Kedjor från det ena till det andra
cell-chain-direct = Den direkta länken är den enda vägen från det ena till det andra.
cell-bridge = Vad som skulle binda ihop dem
cell-bridge-lead = Frågor att söka svar på, inte underlag.
cell-filtered = Filter är på. Det som står här gäller bara de påståenden som filtren släpper fram.
cell-chains-more = { $count ->
    [one] 1 kedja till visas inte här.
   *[other] { $count } kedjor till visas inte här.
}
