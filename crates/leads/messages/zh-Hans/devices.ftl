# Browser and system of a session.
browser-on-system = { $system } 上的 { $browser }
unknown-on-system = { $system } 上的未知浏览器
unknown = 未知浏览器
iphone = iPhone
ipad = iPad
