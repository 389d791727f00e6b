# Browser and system of a session.
browser-on-system = { $browser } en { $system }
unknown-on-system = Navegador desconocido en { $system }
unknown = Navegador desconocido
iphone = un iPhone
ipad = un iPad
