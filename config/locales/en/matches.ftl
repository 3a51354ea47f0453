### Texts of matches.

fact-skill-must = { $years ->
    [0] { $skill }: they need it, and it is in the profile
    [one] { $skill }: they need it; 1 year of practice
   *[other] { $skill }: they need it; { $years } years of practice
}
fact-skill = { $years ->
    [0] { $skill } is in the profile
    [one] { $skill }: 1 year of practice
   *[other] { $skill }: { $years } years of practice
}
fact-missing-must = { $skill } is needed and isn't in the profile
fact-missing = { $skill } isn't in the profile
fact-related = { $skill } isn't in the profile; { $held }, which is close to it, is
fact-unwanted = It asks for { $skill }, which you said isn't for you
fact-pays = { $about ->
    [yes] Price: the budget covers about the usual rate, or more
   *[no] Price: the budget covers the usual rate
}
fact-pays-less = { $about ->
    [yes] Price: the budget is about { $short } % below the usual rate
   *[no] Price: the budget is { $short } % below the usual rate
}
fact-no-budget = Price: the budget isn't stated, or in a currency I have no rate for
fact-no-top = Price: the budget begins below the usual rate and states no end
fact-no-rate = Price: the profile names no rate
fact-price-kinds = Price: a budget { $budget } and a rate { $rate } can't be compared without stated hours
per-fixed = for the whole work
per-hourly = by the hour
per-daily = by the day
per-weekly = by the week
per-monthly = by the month
fact-speaks = Language: { $language }, { $level }
fact-languages-unknown = Language: the profile names none
fluency-basic = basic
fluency-conversational = conversational
fluency-fluent = fluent
fluency-native = native
language-name = { $code ->
    [ar] Arabic
    [bg] Bulgarian
    [bn] Bengali
    [ca] Catalan
    [cs] Czech
    [da] Danish
    [de] German
    [el] Greek
    [en] English
    [es] Spanish
    [et] Estonian
    [fa] Persian
    [fi] Finnish
    [fil] Filipino
    [fr] French
    [he] Hebrew
    [hi] Hindi
    [hr] Croatian
    [hu] Hungarian
    [id] Indonesian
    [it] Italian
    [ja] Japanese
    [ko] Korean
    [lt] Lithuanian
    [lv] Latvian
    [ms] Malay
    [nl] Dutch
    [no] Norwegian
    [pl] Polish
    [pt] Portuguese
    [ro] Romanian
    [ru] Russian
    [sk] Slovak
    [sl] Slovenian
    [sr] Serbian
    [sv] Swedish
    [sw] Swahili
    [ta] Tamil
    [th] Thai
    [tr] Turkish
    [uk] Ukrainian
    [ur] Urdu
    [vi] Vietnamese
    [zh] Chinese
   *[other] { $code }
}
fact-remote = Place: the work is remote, any time zone will do
fact-shared-hours = { $hours ->
    [one] Hours: 1 of 8 working hours is shared
   *[other] Hours: { $hours } of 8 working hours are shared
}
fact-zone-unknown = The time zone isn't known
fact-distance = Place: about { $km } km away
fact-same-country = Place: in the same country
fact-place-unknown = The place isn't known
fact-free-now = { $hours ->
    [0] Time: free when it is wanted
   *[other] Time: { $hours } h a week when it is wanted
}
fact-free-later = { $days ->
    [one] Time: free one day after it is wanted
   *[other] Time: free { $days } days after it is wanted
}
fact-little-time = { $hours ->
    [0] Time: little of it at the moment
   *[other] Time: only { $hours } h a week at the moment
}
fact-slots-taken = { $running ->
    [one] Time: one contract runs, and that is as many as the profile takes
   *[other] Time: { $running } contracts run, and that is as many as the profile takes
}
fact-client-answers = The client usually answers within { $time }
fact-freelancer-answers = The freelancer usually answers within { $time }
answer-minutes = { $count ->
    [one] a minute
   *[other] { $count } minutes
}
answer-hours = { $count ->
    [one] an hour
   *[other] { $count } hours
}
answer-days = { $count ->
    [one] a day
   *[other] { $count } days
}
fact-asked-often = Asked often this week, so others go first for a while
fact-rated = { $reviews ->
    [one] Rated { $stars } of 5 by 1 client
   *[other] Rated { $stars } of 5 by { $reviews } clients
}
fact-not-rated = No reviews yet

lever-skill = If you can do it, add it to your profile.
lever-tune = "What counts" changes that.
lever-pay = You can propose your own price all the same.
lever-ask-price = Propose your price and say what it is for.
lever-rate = Add your usual rate to your profile.
lever-languages = Your languages in your profile change that.
lever-hours = Say in your proposal which hours you can share.
lever-zone = Choose your time zone in the settings.
lever-place = Add your city to your profile.
lever-time = Your availability in your profile changes that.
lever-reviews = Your first contracts bring them.
lever-answers = Answering sooner changes that, even with a no.

obstacle-not-open = It no longer takes proposals. New requests come every day: match messages tell you at once.
obstacle-own = It is your own. Only others can propose for it.
obstacle-answered = You have answered it already. Your proposal is among your proposals.
obstacle-dismissed = You said that it, or its client, isn't for you. "For me after all" or "What counts" takes that back.
obstacle-hidden = Your profile is empty or hidden. Add your skills, and it is shown.
obstacle-no-skill = None of the skills it asks for is in your profile, nor one close to them. If you can do it, add them.
obstacle-not-remote = It is remote, and your profile says you don't work remotely. Change your place to allow it.
obstacle-too-far = It is on site, { $km } km away; { $limit } km would do. Going farther, or another city in your profile, changes that.
obstacle-other-country = It is on site, in another country. Only a place in that country would do.
obstacle-no-place = It is on site, and your profile names no place. Add your city.
obstacle-language = It needs { $languages }, and your profile doesn't name it. If you speak it, add it.
obstacle-pay-too-low = It pays no more than what you called too low. "What counts" takes that back.
obstacle-no-time = You aren't free before it is due. Your availability in your profile changes that.

person-not-remote = It is remote, and they don't work remotely
person-too-far = It is on site, and they are { $km } km away; { $limit } km would do
person-other-country = It is on site, and they are in another country
person-no-place = It is on site, and they haven't said where they are
person-language = They don't name { $languages } among their languages
person-pay-too-low = They want more than the budget
person-no-time = They aren't free before it is due
person-not-available = They can't take it at the moment

match-title = A strong match: { $title }
match-client = From { $client }
match-reasons = Why you
match-gaps = To consider
match-no-gap = Nothing that I know of speaks against it
match-after-all = For me after all
match-details = Details
match-why = Why this?
match-not-for-me = Not for me
match-stop = Stop these messages
match-footer = Sent because match messages are on.
propose = Propose
undo = Undo

matches-title = { $count ->
    [0] No match yet
    [one] One request fits you
   *[other] { $count } requests fit you
}
matches-none = No open request fits you well enough right now. I'll write when one does, if match messages are on.
matches-near = Nearly
matches-improve = Improve my profile
matches-more = More matches
people-title = { $count ->
    [0] Nobody fits yet
    [one] One person fits
   *[other] { $count } people fit
}
people-none = Nobody here fits everything you asked for. Fewer must-haves, remote work or a later date often help.
people-near = Nearly
person-line = **{ $name }**
person-see = Profile

why-title = Why { $title }
why-not = It wasn't matched with you because:
why-low = Nothing rules it out, but too little fits for a match. What costs most comes first below.
why-fits = It fits you.
why-only-listed = It fits you, though not strongly. Only strong matches are sent; this one stands in your list.
why-notices-off = It fits you. I didn't write because match messages are off.
why-quiet = It fits you. I didn't write because you said "not now": messages go on after { $date }.
why-daily-limit = { $count ->
    [one] It fits you. I didn't write because you had today's one match message already.
   *[other] It fits you. I didn't write because you had { $count } match messages today already.
}
why-footer = Skills count most, then price, time and place, then reviews, languages and answers. Newcomers get a chance, those asked often a rest. Nothing else is looked at.
no-profile-title = Nothing to compare yet
no-profile-body = Your profile has no skills in it, so nothing can be matched.
which-request-title = Who fits which request?
which-request-body = Open one of your requests and press "Who fits?".

dismissed-title = Not for you
dismissed-body = You won't see that request again. Say why, and what comes next will be different.
dismissed-why = Why not? (if you like)
reason-pay = It pays too little
reason-skills = Wrong skills
reason-not-now = Not now
reason-place = Not remote, or too far
reason-client = Not this client
reason-other = Something else
which-skill-title = Which skill?
which-skill-body = Work that asks for the one you choose will come last from now on. Your profile stays as it is.
which-skill-choose = Which skill isn't for you?
objected-title = From now on
effect-gone = You won't see that request again.
effect-pay-floor = Nothing that pays { $price } or less is sent or listed.
effect-pay-weight = Price counts a step more in your matches.
effect-skill = Work that asks for { $skill } counts for less.
effect-quiet = No match messages until { $date }. The list stays.
effect-place-reach = Nothing on site { $km } km away or farther is sent or listed.
effect-place-weight = Place and time zone count a step more in your matches.
effect-client = You won't see this client's requests. They aren't told.
effect-clients = { $count ->
    [one] You don't see the requests of one client.
   *[other] You don't see the requests of { $count } clients.
}
effect-other = Nothing else changes.
snooze-choose = No match messages for…
snooze-days = { $days } days

matches-tune = What counts
tune-title = What counts in your matches
tune-body = It changes the order of your lists and which matches you are told of, from the next one on. What rules a match out stays.
tune-own = These are your own steps.
tune-reset = Back to the usual
tune-footer = Going back forgets what "not for me" taught, too. Requests you dismissed stay away.
dial-skills = Skills
dial-price = Price
dial-timing = Time
dial-place = Place and time zone
dial-repute = Reviews and answers
dial-step-off = { $dial }: off
dial-step-less = { $dial }: less
dial-step-normal = { $dial }: normal
dial-step-more = { $dial }: more
