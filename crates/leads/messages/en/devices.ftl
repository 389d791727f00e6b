# Browser and system of a session.
browser-on-system = { $browser } on { $system }
unknown-on-system = Unknown browser on { $system }
unknown = Unknown browser
iphone = an iPhone
ipad = an iPad
