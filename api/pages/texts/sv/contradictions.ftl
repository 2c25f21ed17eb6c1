contradictions-lead = Här står det som säger emot vartannat, sida vid sida. Ingen sida vinner och inget räknas ihop till ett medelvärde.
contradictions-about = Begrepp
contradictions-count = { $count ->
    [0] Ingen motsättning har hittats i denna samling.
    [one] En motsättning i denna samling.
   *[other] { $count } motsättningar i denna samling.
}
contradictions-filtered = Av sammanlagt { $all }.
contradictions-show-all = Visa alla
contradictions-and = och
contradictions-weighed = båda sidor väger
contradictions-unweighed = minst en sida saknar vikt
contradictions-one-side = Ena sidan ({ $count })
contradictions-other-side = Andra sidan ({ $count })
contradictions-no-difference = Inget som skiljer sidorna åt har hittats i denna samling.
contradictions-verdict = Utlåtande av { $reader }, i studiefilen för
contradictions-link = Se länken
contradictions-none = Inget i denna samling säger emot något annat. Det kan betyda att för lite har lästs.
contradictions-none-about = Inget i denna samling säger emot något annat om just detta begrepp. Det kan betyda att för lite har lästs.
