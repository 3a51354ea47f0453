### Texts of account.

welcome-title = Welcome, { $name }
welcome-body = Find paid work, or find people to do it, right here in chat.
welcome-question = How would you like to use it? You can change it later.
welcome-work = I'm looking for work
welcome-hire = I'm hiring
welcome-both = Both
welcome-privacy = Privacy
welcome-terms = Terms
welcome-prepared = A profile has been prepared for you: { $skills }. Nobody sees it until you say that you are looking for work, and you can change it first.
welcome-consent = By going on you accept the terms and confirm that you are old enough to make contracts where you live.

join-title = Two quick things
join-body = What you can do, and where you are. It takes less than a minute, and everything else can wait.
join-go = Tell me
join-form-title = Two quick things
join-skills = What can you do?
join-skills-example = figma, design systems, react
join-skills-unread = I found no skill in that. Name them separated by commas, like: figma, design systems, react.
join-zone = Your city, or the time on your clock now
join-zone-example = Berlin
join-zone-unread = I couldn't find that place. Write a city such as Berlin, a zone such as Europe/Berlin, or the time on your clock now.

zone-title = Which time zone is yours?
zone-body = I took { $zone }, where it is { $clock } now. Choose another if that isn't right.
zone-choose = Choose your time zone
zone-set-title = Time zone set
zone-set-body = { $zone }: it is { $clock } for you now.

alerts-title = What should reach you?
alerts-body = I can write to you when a request fits you well: at most three a day, each with the reasons. Nothing is sent unless you turn it on.
alerts-zone = Is it { $clock } for you now? ({ $zone })
alerts-on = Turn on match messages
alerts-not-now = Not now, I'll use /matches
alerts-off = Turn them off
alerts-zone-wrong = My clock shows another time
alerts-footer = Every message has a button that stops them.

hello-title = Match messages are on
hello-body = This is where I'll write when a request fits you. You can stop it any time, here or in the settings.

greeting-title = I'll write to you here
greeting-body = When somebody answers you, this is where you hear of it: proposals, replies and contracts.

ready-title = You're set
ready-matches = { $count ->
    [0] You're early: no open request fits you yet.
    [one] One open request fits you.
   *[other] { $count } open requests fit you.
}
ready-hire = Say what you need, and the people who fit it will hear of it.
ready-see-matches = { $count ->
    [one] See my match
   *[other] See my { $count } matches
}
ready-post = Post a request
ready-profile = Finish my profile
ready-alerts-off = Match messages are off: look at /matches when you like.

leave-title = Delete my account
leave-body = Your profile and requests are hidden at once and nobody hears from you any more. After 14 days your name, profile, drafts and chats are erased. What you agreed with others stays with them, without your name. Until then you can change your mind.
leave-confirm = Delete my account
leave-not = Keep it
leaving-title = Your account is on its way out
leaving-body = You are hidden and silent. Everything of yours is erased on { $when }.
leaving-stay = Keep my account
stayed-title = Welcome back
stayed-body = Your account stays, with everything in it.
unreachable-title = I can't write to you yet
unreachable-body = Match messages are on, but your privacy settings don't let this bot write to you. Allow direct messages from this server or from apps, then press the button.
unreachable-again = Try again
