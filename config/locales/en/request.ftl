### Texts of request.

open = Open
budget-unsure = not sure

request-form-title = New request
request-form-edit = Change the request
request-field-title = Title
request-field-what = What do you need?
request-field-skills = Skills, separated by commas
request-field-budget = Budget
request-field-when = When and where?
request-example-title = Landing page in Webflow from a finished Figma
request-example-what = 5 sections, responsive, CMS blog. Figma is ready. Say what "done" looks like.
request-example-skills = Webflow, Figma
request-example-budget = 800-1200 EUR, 40 EUR/h, or "not sure"
request-example-when = by 15 December, remote, CET ±3 h
request-example-where = remote, CET ±3 h, or "on site in Porto"
request-example-speech = English, Portuguese
request-field-where = Where
request-field-speech = Languages
request-example-everything = Landing page in Webflow. Or everything in one message: need a landing page in Webflow, 400-600 EUR, by mid January, remote
request-example-only-when = by 15 December, or 2-3 weeks from 1 March
request-only-title = Title
request-only-what = What is needed
request-only-skills = Skills
request-only-budget = Budget
request-only-when = When
request-only-where = Where
request-only-speech = Languages
languages-unread = I don't know a language called { $word }. Write languages separated by commas, such as English, Portuguese.
languages-none = none named
typed-pace-asap = as soon as possible
typed-pace-flexible = no rush
typed-pace-ongoing = ongoing
pace-asap = as soon as possible
pace-flexible = no hurry
pace-ongoing = ongoing
starts-from = from { $date }
hours-a-week = { $hours } h a week
skills-both = { $must } (needed), { $nice } (good to have)
when-past = That date has passed already. Write a date that is still to come.
when-date = I can't tell which date you mean. Write it like 15 December, or 2026-12-15.
when-town = Where on site? Name a town, such as "on site in Porto".

label-must = Needed
label-nice = Good to have
label-budget = Budget
label-when = When
label-where = Where

request-by = Posted by { $client }
request-code = Request #{ $code }
request-state-draft = Draft: only you see it
request-state-held = With a moderator: nobody else sees it yet
request-state-open = Open to proposals
request-state-filled = Filled: somebody was chosen
request-state-closed = Closed by its client
request-state-expired = Ended: its time ran out
request-open-until = Open to proposals until { $when }
request-line = **{ $title }**
request-see = See the request
request-all = My requests
request-new = New request
request-close = Close it
request-change = Change it
request-extend = Keep it open longer
request-copy = Post again
request-keep = Keep as template
request-undo = Undo
request-untitled = Request without a title
ended-found-here = Found somebody here
ended-found-elsewhere = Found somebody elsewhere
ended-no-longer-needed = No longer needed
ended-refused = A moderator has kept it in
request-people = Who fits?
request-my-proposal = See my proposal
request-proposals = { $count ->
    [one] 1 proposal to answer
   *[other] { $count } proposals to answer
}

draft-from = { " " }(from "{ $quote }")
draft-questions = To settle
ask-currency = Budget: which currency is that? Choose one below.
ask-currency-choose = In which currency?
ask-date = When: I can't tell which date you mean.
ask-past = When: that date has passed.
ask-town = Where: which town?
ask-title = Title: what shall it be called?
ask-skills = Skills: which does it take?
ask-budget = Budget: you named none. That is fine, and an amount brings better proposals.
ask-when = When: you named no date.
ask-where = Where: you named no place. It goes out as remote unless you say otherwise.
answer-title = Give it a title
answer-what = Say what is needed
answer-skills = Name the skills
answer-budget = Settle the budget
answer-when = Settle the date
answer-where = Name the town
answer-speech = Name the languages
change-title = Title
change-what = Details
change-skills = Skills
change-budget = Budget
change-when = When
change-where = Where
change-speech = Languages

preview-fitting = { $count ->
    [0] Nobody here fits this yet. It can be posted all the same: whoever joins later will find it.
    [one] One person here fits this.
   *[other] { $count } people here fit this.
}
preview-musts = Which skills are a must?
preview-publish = Publish
preview-edit = Edit
preview-save = Save draft
preview-discard = Discard
preview-footer = Only you see this until you publish it.

posted-title = It's out
posted-body = { $title } is open to proposals.
posted-fitting = { $count ->
    [0] Nobody here fits it yet. Whoever joins later will find it.
    [one] One person fits it, and hears of it now if they asked for messages.
   *[other] { $count } people fit it; those who asked for messages hear of it now.
}
posted-until = It stays open until { $when }. I'll remind you the day before.

close-title = Close { $title }?
close-body = Everybody who proposed will be told kindly. Choose why, and it is closed.
close-choose = Why do you close it?
close-not = Keep it open
closed-title = Closed
discarded-title = Discarded
discarded-body = { $title } is gone. Nobody saw it.
closed-body = { $title } no longer takes proposals. In a minute everybody who was waiting is told; until then you can undo it.
close-late-title = Too late to undo
close-late-body = Closing can be undone for a minute, and that has passed. Post it again with one tap.

change-heading = Change { $title }
change-choose = What shall be different? Choose below. Nothing changes until you have seen it and saved it.
change-line = { $field }: was { $was }, now { $now }
change-not-yet = Nobody sees this yet. Whoever has proposed is told once you save it.
change-make = Save the change
change-drop = Leave it as it was
change-all = All fields
changed-made-title = Changed
changed-made-body = { $title } says it the new way now. Whoever has proposed is told what changed.
news-title = { $title } has changed
news-body = Your proposal still stands. Look whether it still fits; you can take it back and propose anew.
extended-title = It stays open longer
open-longest-title = That is as long as it gets
open-longest-body = It has been extended as far as it can be. Close it and post it again to start afresh.

held-title = A moderator looks at it first
held-body = "{ $quote }" reads like { $rule }, which isn't allowed here.
held-next = If you meant something else, say it in other words and publish again. Otherwise wait: a moderator decides, and I'll tell you. Nobody else sees it until then.
held-change = Change the words
refused-title = { $title } stays in
refused-body = A moderator has looked at it: "{ $quote }" reads like { $rule }, which isn't allowed here.
refused-next = Everything else you need is welcome.
notice-released = A moderator has looked at it: it is out now.
rule-fake-accounts = accounts, votes, followers or reviews for sale
rule-academic-cheating = exams or homework done for somebody else
rule-abuse = raids, spam, malware or attacks
rule-adult-work = adult work
rule-weapons = weapons
rule-passwords = asking for passwords or codes

drafts-open = { $count ->
    [one] 1 draft
   *[other] { $count } drafts
}
drafts-title = { $count ->
    [0] Your drafts
    [one] Your draft
   *[other] Your { $count } drafts
}
drafts-none = Nothing is waiting to be published.
templates-open = Templates
templates-title = { $count ->
    [0] Your templates
    [one] Your template
   *[other] Your { $count } templates
}
templates-none = What you post again and again can be kept here: open one of your requests and press "Keep as template".
templates-use = Use
templates-forget = Forget { $title }
templates-forget-choose = Forget one
templates-full-title = That is as many as there can be
templates-full-body = You keep { $count } templates, which is the most. Forget one first.
kept-title = Kept
kept-body = { $title } is a template now. Posting it again takes two taps.

offer-title = Shall I make a request of this?
offer-body = I'll read it into a draft: title, skills, budget, time and place, each with your words behind it. Only you see it until you publish it.
offer-turn = Turn this into a request
not-yours-title = That message isn't yours
not-yours-body = A request can only be made of your own words. Nothing of that message was read or kept.
message-too-long-title = That is a lot of words
message-too-long-body = A request has room for { $max } characters. Send it shorter; the rest can be said when you talk.

requests-title = { $count ->
    [0] Your requests
    [one] Your request
   *[other] Your { $count } requests
}
requests-none = You haven't posted anything yet. One form is all it takes.

not-hiring-title = Want to hire?
not-hiring-body = You are here to find work. You can hire as well, and nothing else changes.
not-hiring-go = Let me hire too
wrong-state-title = That can't be done any more
wrong-state-body = It stands like this now: { $state }. Nothing was changed.
no-skills-title = One thing is missing
no-skills-body = Name at least one skill, so that the right people can be found. Your draft is kept.
too-many-title = Enough for today
too-many-body = You have posted { $count } requests in the last 24 hours, which is the most. Your draft is kept: publish it tomorrow.
first-day-body = On its first day an account posts { $count } requests at most. Your draft is kept: publish it tomorrow.
unanswered-title = One question first
unanswered-body = { $field }: what you wrote can be read in more than one way. Settle it, or clear it, and it can go out.
duplicate-title = That is out already
duplicate-body = You have a request with the same words. Posting it twice brings the same people twice. Your draft is kept.
duplicate-see = See that one
duplicate-change = Change this one
