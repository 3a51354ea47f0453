### Texts of linking two chats.

link-start = Link another chat
link-title = Link another chat
link-body = This makes one account of who you are here and who you are on { $platform }.
link-code = Your code: { $code }
link-how = Type it to me on { $platform }, as a message or after { $command }. It works once, until { $when }.
link-warning = Never give this code to anybody, and never type one that somebody gave you: whoever types it says that you two are the same person.
link-typed-it = I typed it
link-type = I have a code
link-type-again = Type it again
link-again = New code
link-code-label = The code from your other chat
link-code-example = K7QF-2M9X
link-code-unread = That is no code. It has eight letters and digits, like K7QF-2M9X.

link-question-title = Is this you?
link-who = Who
link-since = Here since
link-question-warning = Say yes only if this is you and you started it yourself. If somebody gave you a code or asked you for one, they want to get into your account.
link-yes = Yes, that is me
link-not-me = Not me
link-until = Unanswered, it ends by itself: { $when }.
link-half-title = Now the other side
link-half = You said yes. Now say yes in your other chat too, as { $person }. It ends by itself if you don't: { $when }.
link-look-again = Look again

link-preview = What becomes of the two
link-kept = { $person } stays: { $profile }, { $requests ->
    [one] 1 request
   *[other] { $requests } requests
}, { $proposals ->
    [one] 1 proposal
   *[other] { $proposals } proposals
}, { $contracts ->
    [one] 1 contract
   *[other] { $contracts } contracts
}. It was here first.
link-joins = { $person } becomes part of it: { $profile }, { $requests ->
    [one] 1 request
   *[other] { $requests } requests
}, { $proposals ->
    [one] 1 proposal
   *[other] { $proposals } proposals
}, { $contracts ->
    [one] 1 contract
   *[other] { $contracts } contracts
}.
link-has-profile = { $count ->
    [one] a profile with 1 skill
   *[other] a profile with { $count } skills
}
link-no-profile = no profile
link-all-stays = Everything of both is kept: requests, proposals, contracts, reviews, blocks and drafts.
link-clash-headline = Both profiles have a headline: the first account's stays.
link-clash-about = Both profiles have a text about you: the first account's stays.
link-clash-visibility = The two profiles are shown to different people: the stricter choice stays.
link-clash-skills = Some skills stand in both, or are too many together: the first account's level and order stay.
link-clash-rate = Both have a rate: the first account's stays.
link-clash-place = Both have a place: the first account's stays.
link-clash-availability = Both say when they can work: the first account's answer stays.
link-clash-languages = Some languages stand in both: the first account's level stays.
link-clash-zone = Both have a time zone: the first account's stays.
link-clash-quiet = Both have quiet hours: the first account's stay.
link-both-answered = { $count ->
    [one] Both answered one request: the answer that got further stays, and the other is taken back.
   *[other] Both answered { $count } requests: the answers that got further stay, and the others are taken back.
}

link-waiting-title = Almost one account
link-waiting = You and { $person } become one account on { $when }. Until then you stay two, and either side can still say "Not me".
link-waiting-notices = Until then match messages can reach you in the other chat too, where this one can't be reached.
link-waiting-closed = Opening what belongs to the other account, accepting for it, deleting and unlinking wait until then.
link-through = Your other chat can't be reached, so this comes here. It is for your account there: from here you can answer on { $when }.
link-agreed-notice = Your other side said yes as well.
link-ending-notice = This is your last day to say "Not me".

link-stopped-title = Stopped
link-stopped-not-me = Nothing was merged, and nothing of yours was shown. The other side has been told.
link-stopped-advice = If somebody gave you a code or asked you for one, don't answer them. You can block them here, and report them.
link-stopped-left = Nothing was merged: one of the two accounts is no longer in use.
link-stopped-dealing = Nothing was merged: the two have a proposal, a contract or a block between them, so they count as two people.
link-stopped-ran-out = Nothing was merged: the time for it ran out.
link-ended-title = A link was stopped
link-ended-not-me = { $person } said: not me. Nothing was merged. If that was you yourself, you can start again. If it wasn't, somebody else had your code: never give one away.

link-merged-title = You are one account now
link-merged = Everything of both is in one place, whichever chat you write from: { $people }.
link-see = See my chats
link-linked-title = Your chats
link-linked = You are known here as:
link-take-out = Take { $platform } out
link-ask-out-title = Take out { $person }?
link-ask-out = Whoever writes from there starts afresh. Your profile, requests, proposals and contracts stay with this account. Blocks go along.
link-keep = Keep it
link-out-title = { $platform } was taken out
link-out = It no longer belongs to your account; everything else stays. If you didn't do this yourself, somebody else writes from one of your chats.
link-afresh-title = You start afresh on { $platform }
link-afresh = This chat was taken out of the account it belonged to. What you had stays there. If you didn't do this yourself, somebody else writes from your other chat.

link-wrong-title = There is no such code
link-wrong = It may be mistyped, used or too old. { $left ->
    [0] No more can be typed for now.
    [one] One more can be typed.
   *[other] { $left } more can be typed.
}
link-locked-title = Too many wrong codes
link-locked = No code is read before { $when }.
link-full-title = You are linked everywhere
link-full = This account is known on every platform already.
link-too-many-title = Too many codes
link-too-many = There are at most { $few } codes in ten minutes and { $many } a day. The last one you got may still work.
link-unread-title = That is no code
link-own-title = That is your own code
link-own = It belongs into your other chat: type it to me there.
link-same-title = You are on the same platform
link-same = That code was made for another account on a platform you are already known on here. Two accounts on one platform stay two.
link-dealing-title = You two have business with each other
link-dealing = There is a proposal or a contract between the two accounts, so they count as two people. A proposal that waits can be taken back or declined first.
link-ran-out-title = Too late
link-ran-out = The time for saying yes ran out. Nothing was merged; you can start again.
link-over-title = That link is over
link-over = Nothing was merged. You can start again.
link-too-late-title = The two are one already
link-too-late = The three days have passed, and everything is in one account. { $unlink } takes a chat out of it. If somebody else got in, write to { $operator } ({ $contact }).
link-none-title = Nothing to unlink
link-none = You are known here in this chat only.

opens-title = Opens on { $when }
opens-theirs = This belongs to the account you are being linked with. Until the link is three days old, what is the other side's stays closed.
opens-leaving = Your account is being linked with another, so deleting waits until then. To delete it now, stop the link first with "Not me".
opens-unlinking = You can unlink once the link is complete. To stop it before, say "Not me".
opens-see = Look at the link
