### Texts of the public pages.

web-name = Guildhall
web-title = Work and the people for it
web-description = A freelancer marketplace that lives in Discord and Telegram.
web-skip = To the content
web-headline = Work finds the people it fits
web-lead = A freelancer marketplace that lives where you already talk: in Discord and in Telegram. No new app, no new account.
web-step-post = A client posts a request, in their own chat.
web-step-match = The people it fits get a message that says why, and propose with one tap.
web-step-deal = The client accepts; both have the contract in their own chat, even when one is on Discord and the other on Telegram.
web-join = To take part, say /start to the bot.
web-open = Open requests
web-open-none = Nothing is open right now. The first one could be yours: /request post in Discord, /newrequest in Telegram.
web-card-budget = Budget
web-card-place = Place
web-card-due = When
web-card-code = To answer it: { $command } { $code }
web-nothing = There is nothing here
web-nothing-body = The address may be old, or a letter went missing on the way.
web-broken = Something on our side is broken
web-broken-body = It has been written down. Please try again in a minute.
web-footer = Guildhall holds no money and sells no data.
