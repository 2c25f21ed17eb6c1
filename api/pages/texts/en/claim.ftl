claim-place = Where it stands
claim-character = from character { $start }
claim-verified = The passage was compared character by character with what was read. What is marked is the passage; the rest stands around it.
claim-find = Open the document at the page given. The passage begins at character { $start } and ends before character { $end }, counted from the beginning of the text.
claim-verb = What the text says, and what you may say
claim-stated = The text says:
claim-licensed = On the link the verb may promise at most:
claim-to-link = See the link
claim-no-link = The claim belongs to no link between two concepts, so it gives no ground for saying that anything affects anything else.
claim-says = The claim in its parts
claim-basis = Who says so, and on what basis?
claim-authors = the document’s authors
claim-no-study = The text names no study behind the claim.
claim-read = How it was read
claim-readings = { $count ->
    [one] One reading
   *[other] { $count } independent readings
}
claim-lowered = The basis bears only this verb: { $licensed }.
claim-missing-part = Yes. For this the text refers to a part that is missing from the text that was read.
claim-number = { NUMBER($number, maximumFractionDigits: 2) }
