### Texts of request.

open = Open
budget-unsure = not sure

request-form-title = New request
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
request-people = Who fits?
request-my-proposal = See my proposal
request-proposals = { $count ->
    [one] 1 proposal to answer
   *[other] { $count } proposals to answer
}

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
closed-body = { $title } no longer takes proposals. Everybody who was waiting is being told.

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
