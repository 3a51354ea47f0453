### Texts of proposal.

label-price = Price
label-days = Takes
label-client = Client
label-freelancer = Freelancer
days = { $count ->
    [one] 1 day
   *[other] { $count } days
}

proposal-title-draft = Your proposal for { $title }
proposal-title-mine = Your proposal for { $title }
proposal-title-received = { $name } proposes for { $title }
proposal-line = **{ $title }** — { $name }
proposal-send = Send { $amount }
proposal-edit = Edit
proposal-accept = Accept { $amount }
proposal-decline = Decline
proposal-withdraw = Take it back
proposals-all = All proposals
proposal-freelancer-draft = Not sent yet. Your move.
proposal-freelancer-sent = Sent. It is { $name }'s move.
proposal-freelancer-accepted = { $name } accepted it. You have a contract.
proposal-freelancer-declined = { $name } declined it.
proposal-freelancer-withdrawn = You took it back.
proposal-freelancer-lapsed = The request ended without it.
proposal-client-draft = { $name } is still writing it.
proposal-client-sent = { $name } is waiting for your answer. Your move.
proposal-client-accepted = You accepted it. You have a contract.
proposal-client-declined = You declined it.
proposal-client-withdrawn = { $name } took it back.
proposal-client-lapsed = The request ended without it.
proposals-title = { $count ->
    [0] Your proposals
    [one] Your proposal
   *[other] Your { $count } proposals
}
proposals-none = There are none yet. A request that fits is the best place to start.

proposal-form-title = Your proposal
proposal-field-price = Price
proposal-field-days = Days it takes
proposal-field-message = A word to the client
proposal-example-price = 980 EUR, or 45 EUR/h
proposal-example-days = 12
proposal-example-message = I built three Webflow CMS blogs this year. I can start on Monday.
proposal-price-unread = Name one price, not a range: 980 EUR, or 45 EUR/h.
proposal-days-unread = Write the days as a whole number from 1 to { $max }, or leave it empty.

accept-title = Agree on { $price } with { $name }?
accept-body = This makes a contract, and the request stops taking proposals. You pay outside Guildhall; both sides confirm it.
withdraw-title = Take your proposal back?
withdraw-body = { $name } will be told. You can't propose for this request again.
agreed-title = Contract #{ $code }
agreed-body = You and { $name } agreed on { $price }. { $name } is being told now.
agreed-others = Everybody else who proposed is being told kindly.
declined-title = Declined
declined-body = The freelancer hears of it in half a minute. Until then you can take it back.

no-account-title = One step before that
no-account-body = To propose, say first what you can do and where you are. It takes less than a minute, and then the request is waiting under your matches.
not-working-title = Want to work too?
not-working-body = You are here to hire. To propose, say what you can do; nothing else changes.
not-working-go = Let me work too
request-ended-title = That request has ended
request-ended-body = It stands like this now: { $state }. Nothing was sent.
no-price-title = One thing is missing
no-price-body = Name a price first. Everything else you wrote is kept.
proposals-too-many-title = Enough for today
proposals-too-many-body = You have sent { $count } proposals in the last 24 hours, which is the most. This one is kept: send it tomorrow.
too-late-title = Too late to take back
too-late-body = The other side has been told already.

notice-withdrawn-title = A proposal was taken back
notice-withdrawn-body = { $name } took back the proposal for { $title }. Nothing is asked of you.
notice-declined-title = No, this time
notice-declined-body = { $name } declined your proposal for { $title }. Other requests may fit you better.
notice-lapsed-title = { $title } has ended
notice-lapsed-body = { $name } has ended the request, and your proposal with it. It says nothing about you; other requests may fit.
notice-filled-title = { $title } is taken
notice-filled-body = { $name } has chosen somebody else this time. It says nothing about you; other requests may fit.
notice-ran-out-title = { $title } has ended
notice-ran-out-body = It has ended because its time ran out, and your proposal with it. It says nothing about you; other requests may fit.
notice-left-title = { $title } has ended
notice-left-body = Whoever posted it has left, and your proposal ended with it. Other requests may fit.
notice-contract = It's agreed: you have a contract with { $name }.
notice-ending = Your request ends soon. Close it if you have found somebody.
notice-expired = Your request has ended: its time ran out. Post it again if you still need it.
notice-footer = Sent because it concerns you. What reaches you: { $settings }
