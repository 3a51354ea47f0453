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
fact-rated = { $reviews ->
    [one] Rated { $stars } of 5 by 1 client
   *[other] Rated { $stars } of 5 by { $reviews } clients
}
fact-not-rated = No reviews yet

obstacle-not-open = It no longer takes proposals.
obstacle-own = It is your own.
obstacle-answered = You have answered it already.
obstacle-dismissed = You said it isn't for you.
obstacle-hidden = Your profile is empty or hidden.
obstacle-no-skill = None of the skills it asks for is in your profile.
obstacle-not-remote = It is remote, and your profile says you don't work remotely.
obstacle-too-far = It is on site, { $km } km away; { $limit } km would do.
obstacle-other-country = It is on site, in another country.
obstacle-no-place = It is on site, and your profile names no place.
obstacle-language = It needs a language that isn't in your profile.
obstacle-no-time = You aren't free before it is due.

match-title = A strong match: { $title }
match-client = From { $client }
match-reasons = Why you
match-gaps = To consider
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
why-footer = Skills count most, then place and time, then reviews. Nothing else is looked at.
no-profile-title = Nothing to compare yet
no-profile-body = Your profile has no skills in it, so nothing can be matched.
which-request-title = Who fits which request?
which-request-body = Open one of your requests and press "Who fits?".
dismissed-title = Not for you
dismissed-body = You won't see that request again.
