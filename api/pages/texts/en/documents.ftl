documents-lead = { $count ->
    [one] One document was read from beginning to end. What it cannot support is as plain as what it can.
   *[other] { $count } documents were read from beginning to end. What each cannot support is as plain as what it can.
}
documents-none = No document has been read into this collection.
documents-no-year = no year
documents-weighed = of which { $count } have weight
documents-rests = Links that are gone without it
documents-lost = of { $links }
documents-lowered = { $count } get a lower level
documents-rests-nothing = no link changes
answer-truncated = The answer is not whole: a limit was reached before all was seen. The numbers are at least this large.

document-record = About the document
document-record-all = Every detail
document-missing-lead = { $count ->
    [one] One part is not in the text that was read. What it says is not known here.
   *[other] { $count } parts are not in the text that was read. What they say is not known here.
}
document-missing-none = No missing parts are known.
document-without = Without the document
document-without-lead = How the collection changes if the document is withdrawn with all that it says. This measures how much the collection rests on it, not how good it is.
document-claims = Claims in reading order
document-claims-lead = { $weighed ->
    [0] None of the document’s { $count } claims has weight.
    [one] One of the document’s { $count } claims has weight. The others are shown but weigh nothing.
   *[other] { $weighed } of the document’s { $count } claims have weight. The others are shown but weigh nothing.
}
document-filter = Show
document-filtered = { $count } of { $all } claims are of the kind “{ $kind }”.
document-unfiltered = Show all kinds
document-from-start = To the beginning of the document
document-no-section = No heading
document-no-claims = No claim of this kind in the document.
document-studies = Studies and sources
document-reports = Studies that the document reports
document-reports-nothing = The document reports no study of its own.
document-cites = Studies that the document passes on
document-cites-lead = What the document says of them is second-hand. The studies themselves have not been read in.
document-cites-nothing = The document passes on no other study in its claims.
document-works = Other works that the claims cite
document-rest = Read, but no claims
document-rest-lead = { $count ->
    [0] Every passage of the document gave at least one claim.
    [one] One passage was read and gave no claim. The reason is given here.
   *[other] { $count } passages were read and gave no claim. The reasons are given here.
}
document-characters = characters { $start }–{ $end }
document-set-aside = { $count ->
    [one] One reading did not stand when the readings were settled against the text.
   *[other] { $count } readings did not stand when the readings were settled against the text.
}
document-set-aside-show = Show what was set aside, and why
document-set-aside-nothing = No reading was set aside.
document-verdicts = { $count ->
    [one] One verdict on a contradiction is in the document’s study file.
   *[other] { $count } verdicts on contradictions are in the document’s study file.
}

without-claims = { $count ->
    [one] claim falls away
   *[other] claims fall away
}
without-links = { $count ->
    [one] link is gone
   *[other] links are gone
}
without-lowered = { $count ->
    [one] link gets a lower level
   *[other] links get a lower level
}
without-chains = { $count ->
    [one] chain breaks or weakens
   *[other] chains break or weaken
}
without-loops = { $count ->
    [one] loop breaks or weakens
   *[other] loops break or weaken
}
without-cells = { $count ->
    [one] cell of the gap map changes
   *[other] cells of the gap map change
}
without-gained = Chains that are there only afterwards, because a link changes its sign: { $count }.
without-links-list = Links that are gone
without-changed-list = Links that change but remain
without-chains-list = Chains that break or weaken
without-loops-list = Loops that break or weaken
without-cells-list = Cells of the gap map that change
without-gone = gone
