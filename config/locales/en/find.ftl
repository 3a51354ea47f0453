### Texts of search, bookmarks and alerts.

find-work-title = { $count ->
    [0] No request fits all of this
    [one] One request found
   *[other] { $count } requests found
}
find-talent-title = { $count ->
    [0] Nobody fits all of this
    [one] One person found
   *[other] { $count } people found
}
find-asked = Looking for: { $query }
find-everything = any request
find-best-first = Best match first.
find-newest-first = Newest first. With skills in your profile, the best match comes first.
find-latest-first = Latest changed first. Name skills, and the best match comes first.
find-no-work = No request is open right now.
find-no-talent = Nobody here offers work yet.
find-none-of-work = { $count ->
    [one] One request is open, and it misses something you asked for.
   *[other] { $count } requests are open, and each misses something you asked for.
}
find-none-of-talent = { $count ->
    [one] One person is here, and misses something you asked for.
   *[other] { $count } people are here, and each misses something you asked for.
}
find-posted = posted { $when }
find-gone = { $count ->
    [one] One entry that stood here is gone.
   *[other] { $count } entries that stood here are gone.
}
find-fresh = New: { $count } · search again
find-near-title = { $missed ->
    [one] Nearly: one thing is missing
   *[other] Nearly: two things are missing
}
find-misses = Doesn't fit: { $term }

find-word = “{ $word }”
find-remote = Remote
find-in-person = In person
find-near = near { $place }
find-country = in { $country }
find-or-remote = { $place } or remote
find-at-least = at least { $amount }
find-at-most = at most { $amount }
find-free-now = Free now
find-free-soon = free now or soon
find-days = { $days ->
    [one] Posted in the last 24 hours
   *[other] Posted in the last { $days } days
}
find-kind-fixed = Fixed price
find-kind-hourly = By the hour
find-kind-daily = By the day
find-kind-weekly = By the week
find-kind-monthly = By the month

find-widen-remote = Remote too: +{ $more }
find-widen-less = 20 % less budget: +{ $more }
find-widen-more = +20 % budget: +{ $more }
find-widen = { $what }: +{ $more }
find-off-named = without { $name }
find-off-place = anywhere
find-off-limit = any amount
find-off-kind = any kind of price
find-off-free = free or not
find-off-posted = posted whenever
find-narrow = Narrow it down
find-facet = { $name } ({ $count })
find-facet-off = No longer: { $name }
find-mark = Save, or take off the list
find-option-save = Save: { $name }
find-option-drop = No longer: { $name }
find-tell-me = Tell me when
find-post = Post a request
find-all = Show everything
find-all-work = Find work
find-all-talent = Find people
find-saved = Saved
find-save = Save

find-unclear-title = I couldn't read all of that
find-unclear-place = I don't know that place. Write a town, a country or "remote", and search again. Nothing was changed.
find-unclear-currency = I don't know that currency. Write a code like EUR or USD, and search again. Nothing was changed.
find-unclear-amount = The amount has to be a whole number above 0, like 500. Nothing was changed.
find-over-title = That search is over
find-over-body = You have searched for something else here since. Begin anew:

find-saved-title = { $count ->
    [0] Nothing saved yet
    [one] One saved entry
   *[other] { $count } saved entries
}
find-saved-none = What you save in a search stands here, so that you can come back to it.
find-unsave = Take one off the list
find-kept-title = Saved
find-kept-body = You find it again under "Saved" in every search.
find-full-title = The list is full
find-full-body = { $most } entries are saved already. Take some off, then save this one.

find-watched-title = I'll tell you
find-watched-body = When a request is posted that this search finds, I write to you, also if it isn't a strong match. It counts towards the few messages a day about matches, and it waits for your quiet hours to end.
find-back = Back to the search
find-stop = Stop this alert
find-stop-one = Stop one
find-show = Show what it finds
find-alerts = My alerts
find-settings = Settings
find-hello-title = I'll write to you here
find-hello-body = When a request is posted that a search of yours finds, you read it here. You can stop that in each message.
find-too-many-title = You watch enough searches already
find-too-many-body = { $most } searches are watched already. Stop one, then watch this one.
find-alerts-title = { $count ->
    [0] No search is watched
    [one] One search is watched
   *[other] { $count } searches are watched
}
find-alerts-none = Press "Tell me when" below a search, and I write to you when something new fits it.
find-alerts-note = Alerts come even if match messages are off. /stop ends all of them.
find-notice-title = New for your search: { $title }
find-notice-search = Your search
find-notice-footer = Sent because you asked to be told about this search. "Stop this alert" ends it.
