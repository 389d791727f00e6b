# Browser and system of a session.
browser-on-system = { $browser } di { $system }
unknown-on-system = Peramban tidak dikenal di { $system }
unknown = Peramban tidak dikenal
iphone = iPhone
ipad = iPad
