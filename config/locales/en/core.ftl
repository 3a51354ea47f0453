### Words that every feature uses: dates, navigation, and what is said when something goes wrong.

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date = { $day } { $month }
date-with-year = { $day } { $month } { $year }
time-now = just now
time-in-minutes = { $count ->
    [one] in a minute
   *[other] in { $count } minutes
}
time-in-hours = { $count ->
    [one] in an hour
   *[other] in { $count } hours
}
time-in-days = { $count ->
    [one] in a day
   *[other] in { $count } days
}
time-ago-minutes = { $count ->
    [one] a minute ago
   *[other] { $count } minutes ago
}
time-ago-hours = { $count ->
    [one] an hour ago
   *[other] { $count } hours ago
}
time-ago-days = { $count ->
    [one] a day ago
   *[other] { $count } days ago
}

nav-back = Back
nav-skip = Skip
nav-cancel = Cancel
nav-next = Next
nav-previous = Previous
page-of = Page { $page } of { $pages }
step-of = Step { $step } of { $steps }

form-open = Open the form
form-continue = Continue
form-fix = { $count ->
    [one] Fix 1 problem
   *[other] Fix { $count } problems
}
form-kept = What you wrote is kept. Open the form to go on.
form-problems-title = Almost there
form-optional = You can skip this one.
form-now = Now: { $value }
form-example = For example: { $example }
form-cancelled-title = Stopped
form-cancelled = Nothing was changed. What you wrote is kept as a draft for 14 days.
form-missing = { $label } is still empty.
form-too-long = { $label } is longer than { $max } characters. Please shorten it.

stale-title = This button is from an earlier day
stale-body = It no longer fits what is there now. Nothing was changed. Your dashboard shows where things stand.
changed-title = Something changed in between
changed-body = Nothing was done, so that you can look again first.
not-available-title = Not available
not-available-body = It isn't there, or it isn't yours to open. Nothing was changed.
fault-title = That didn't work
fault-body = The fault is on our side and has been noted. Nothing was changed; please try once more in a minute.
fault-reference = Ref { $reference }
busy-title = Busy right now
busy-body = Nothing was saved. Please try again in a moment.
late-title = That took too long
late-body = Nothing was lost. Press the button to go on.
not-understood-title = I didn't catch that
not-understood-body = I answer commands and buttons. Your dashboard is a good place to start.
open-dashboard = Open my dashboard
open-private-title = That is for your eyes only
open-private-body = Open our private chat and press Start there, then ask me again.
open-private = Open the private chat
notice-repeated = This may have reached you before.
changed-look = Look again

person-gone = somebody who has left

price-fixed = { $amount }, fixed price
price-hourly = { $amount } an hour
price-daily = { $amount } a day
price-weekly = { $amount } a week
price-monthly = { $amount } a month
price-none = no price yet
budget-none = not decided yet
budget-range = { $least } – { $most }
budget-from = from { $least }
budget-up-to = up to { $most }

place-remote = remote
place-remote-zones = remote, { $least } to { $most }
place-on-site = on site in { $place }
place-hybrid = partly in { $place }

due-none = no date set
due-by = by { $date } ({ $distance })
moment = { $date } ({ $distance })

availability-now = free now, { $hours } h a week
availability-soon = free soon, { $hours } h a week
availability-limited = little time, { $hours } h a week
availability-away = not available

help-title = How this works
help-body = Say what you can do, or what you need. Whoever fits is told, with the reasons. Proposals, contracts and decisions happen here in chat, whichever platform the other side is on.
help-choose = What would you like to know?
help-topic-start = Getting started
help-topic-matches = Matches and why
help-topic-requests = Posting a request
help-topic-proposals = Proposals and contracts
help-topic-safety = Safety and privacy
help-topic-commands = All commands
help-start = Send /start and choose: find work, hire, or both. Three skills and your city are enough to be found.
help-matches = A request is compared with your skills first, then place and time, then reviews. Every match says why it fits and what doesn't. "Not for me" keeps it away for good.
help-requests = Write a title, what you need, the skills, a budget such as 800-1200 EUR or "not sure", and when and where. You check it on a card before anybody sees it.
help-proposals = "Propose" prepares a proposal from your profile; nothing is sent until you press Send. When the client accepts, there is a contract and both sides are told. Payments happen outside Guildhall.
help-safety = Report anything with the button on it; only moderators read it. Block anybody on their profile. Your data and how to delete it: /privacy.
