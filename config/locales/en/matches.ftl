### Texts of matches.

fact-skills-needed = { $to ->
    [client] They have what you need: { $skills }
   *[freelancer] You have what they need: { $skills }
}
fact-skills-helping = { $to ->
    [client] They have what helps: { $skills }
   *[freelancer] You have what helps: { $skills }
}
skill-with-years = { $years ->
    [one] { $skill } (1 year)
   *[other] { $skill } ({ $years } years)
}
fact-missing-needed = { $to ->
    [client] They don't name what you need: { $skills }
   *[freelancer] They need what you don't name: { $skills }
}
fact-missing-helping = { $to ->
    [client] They don't name what would help: { $skills }
   *[freelancer] It would help, and you don't name it: { $skills }
}
fact-related-needed = { $to ->
    [client] You need { $skill }; they have { $held }, which is close but not the same
   *[freelancer] They need { $skill }; you have { $held }, which is close but not the same
}
fact-related-helping = { $to ->
    [client] { $skill } would help; they have { $held }, which is close but not the same
   *[freelancer] { $skill } would help; you have { $held }, which is close but not the same
}
fact-unwanted = It asks for what you said isn't for you: { $skills }
fact-pays = { $to ->
    [client] { $about ->
        [yes] Price: converted, your budget covers what they usually ask
       *[no] Price: your budget covers what they usually ask
    }
   *[freelancer] { $about ->
        [yes] Price: converted, the budget covers your usual rate
       *[no] Price: the budget covers your usual rate
    }
}
fact-pays-less = { $to ->
    [client] { $about ->
        [yes] Price: your budget is about { $short } % below what they usually ask
       *[no] Price: your budget is { $short } % below what they usually ask
    }
   *[freelancer] { $about ->
        [yes] Price: the budget is about { $short } % below your usual rate
       *[no] Price: the budget is { $short } % below your usual rate
    }
}
fact-no-budget = { $to ->
    [client] Price: your budget isn't known
   *[freelancer] Price: the budget isn't known
}
fact-no-top = { $to ->
    [client] Price: your budget begins below what they usually ask and names no upper end
   *[freelancer] Price: the budget begins below your usual rate and names no upper end
}
fact-no-rate = { $to ->
    [client] Price: their usual rate isn't known
   *[freelancer] Price: your usual rate isn't known
}
fact-price-kinds = { $to ->
    [client] Price: your budget is { $budget }, their rate { $rate }; without hours the two can't be compared
   *[freelancer] Price: the budget is { $budget }, your rate { $rate }; without hours the two can't be compared
}
per-fixed = for the whole work
per-hourly = by the hour
per-daily = by the day
per-weekly = by the week
per-monthly = by the month
fact-speaks = { $to ->
    [client] Language: they speak { $language } ({ $level })
   *[freelancer] Language: you speak { $language } ({ $level })
}
fact-speaks-little = { $to ->
    [client] Language: you need { $language }, and theirs is { $level }
   *[freelancer] Language: they need { $language }, and yours is { $level }
}
fact-languages-unknown = { $to ->
    [client] Language: you need { $language }, and they don't say which languages they speak
   *[freelancer] Language: they need { $language }, and your profile names no language
}
fluency-basic = basic
fluency-conversational = conversational
fluency-fluent = fluent
fluency-native = native
fact-remote = Place: remote, in any time zone
fact-shared-hours = { $to ->
    [client] { $hours ->
        [0] Hours: none of their 8 working hours is shared with yours
        [one] Hours: 1 of their 8 working hours is shared with yours
       *[other] Hours: { $hours } of their 8 working hours are shared with yours
    }
   *[freelancer] { $hours ->
        [0] Hours: none of your 8 working hours is shared with theirs
        [one] Hours: 1 of your 8 working hours is shared with theirs
       *[other] Hours: { $hours } of your 8 working hours are shared with theirs
    }
}
fact-zone-unknown = { $to ->
    [client] Hours: their time zone isn't known
   *[freelancer] Hours: they name a time zone, and yours isn't known
}
fact-distance = Place: about { $km } km away
fact-same-country = Place: in the country it asks for
fact-place-unknown = { $to ->
    [client] Place: they don't say where they are
   *[freelancer] Place: it is on site, and where exactly isn't known
}
fact-free-now = { $to ->
    [client] { $hours ->
        [0] Time: free when you want it
       *[other] Time: { $hours } h a week when you want it
    }
   *[freelancer] { $hours ->
        [0] Time: you are free when it is wanted
       *[other] Time: you have { $hours } h a week when it is wanted
    }
}
fact-free-later = { $to ->
    [client] { $days ->
        [one] Time: free one day after you want it, { $hours } h a week
       *[other] Time: free { $days } days after you want it, { $hours } h a week
    }
   *[freelancer] { $days ->
        [one] Time: you are free one day after it is wanted, { $hours } h a week
       *[other] Time: you are free { $days } days after it is wanted, { $hours } h a week
    }
}
fact-fewer-hours = { $to ->
    [client] Time: they have { $hours } of the { $needed } h a week it takes
   *[freelancer] Time: you have { $hours } of the { $needed } h a week it takes
}
fact-little-time = { $to ->
    [client] { $hours ->
        [0] Time: they have little of it at the moment
       *[other] Time: they have only { $hours } h a week at the moment
    }
   *[freelancer] { $hours ->
        [0] Time: you have little of it at the moment
       *[other] Time: you have only { $hours } h a week at the moment
    }
}
fact-slots-taken = { $to ->
    [client] { $running ->
        [one] Time: they have a contract, and take no more at once
       *[other] Time: they have { $running } contracts, and take no more at once
    }
   *[freelancer] { $running ->
        [one] Time: you have a contract, and take no more at once
       *[other] Time: you have { $running } contracts, and take no more at once
    }
}
fact-client-answers = They usually answer within { $time }
fact-freelancer-answers = { $to ->
    [client] They usually answer within { $time }
   *[freelancer] You usually answer within { $time }
}
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
fact-asked-often = You were asked often this week, so others go first for a while
fact-rated = { $reviews ->
    [one] Rated { $stars } of 5 in one review
   *[other] Rated { $stars } of 5 in { $reviews } reviews
}
fact-not-rated = No reviews yet

lever-skill = If you can do it, add it to your profile.
lever-tune = "What counts" takes that back.
lever-pay = You can propose your own price all the same.
lever-ask-price = Propose your price and say what it is for.
lever-rate = Add your usual rate to your profile.
lever-languages = Your profile says which languages you speak, and how well.
lever-hours = Say in your proposal which hours you can share.
lever-zone = Choose your time zone in the settings.
lever-place = Add your city to your profile.
lever-time = If that has changed, change your availability.
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
obstacle-language = It needs { $languages }, which your profile doesn't name. If you speak it, add it.
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
match-why = Does it fit me?
match-why-not = Why not?
match-but = To consider – { $gap }
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
why-not-then = It fits you now. When it came out it didn't, or enough others fitted better, so I didn't write.
why-footer-own = Your own steps count here, and "What counts" shows them. Nothing else is looked at.
why-footer = Skills count most, then price, time and place, then reviews, languages and answers. Newcomers get a chance, those asked often a rest. Nothing else is looked at.
why-which-title = Why, or why not?
why-which-body = Choose a request, and I say how it fits you and what doesn't.
why-which-choose = Which request?
why-which-none = No request of anybody else's is open right now.
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
