### Texts of safety.

privacy-title = Privacy
privacy-operator = Who answers for the data of this instance: { $name } ({ $contact }, { $country }).
privacy-what = Stored: what you write into your profile, requests and proposals; your name and id on this platform, sealed; and what you did here and when.
privacy-why = It is used to match people with work and to tell both sides what concerns them. Nothing is sold, and no advertising is sent.
privacy-who = Other members see your name as it is on the platform, your profile, and what you send them. Phone numbers and e-mail addresses are never asked for.
privacy-how-long = Drafts stay 14 days, messages in transit 30 days, the log of what happened 13 months.
privacy-rights = Delete your account here at any time: you are hidden at once and erased after 14 days. For anything else, write to the contact above.
terms-title = Terms
terms-operator = Who runs this instance: { $name } ({ $contact }, { $country }). The law of { $country } applies.
terms-market = This is a place to find each other. The contract is between the two of you.
terms-contracts = Accepting a proposal makes a binding agreement on its price and terms.
terms-money = Payments happen outside Guildhall. Never send an advance fee, a password or a code to anybody.
terms-conduct = Be fair. Accounts, votes or followers for sale, academic cheating, spam, malware, adult work and weapons have no place here.
terms-ranking = Matches are ranked by skills first, then price, time and place, then reviews, languages and answers, or as you set it under "What counts"; "Does it fit me?" shows the reasons. Nobody can pay for a better place.
terms-age = You must be old enough to make contracts where you live.

report-title = Report
report-body = The moderators will read it, and only they. The other side isn't told who reported.
report-go = Say what happened
report-how = Press "Report" on the profile, request or proposal in question, or give its code: /report reference:7F3K2Q9A.
report-help = How things work
report-note = What happened?
report-note-example = They asked me to pay a fee before the work starts.
reported-title = Thank you
reported-body = The moderators have it. If somebody worries you, you can block them on their profile.
blocked-title = Blocked
blocked-body = You won't see or hear of each other any more, on any platform. They aren't told.
unblocked-title = No longer blocked
unblocked-body = You may see each other's requests and profiles again.
