language = Language
by-browser = As my browser prefers
hint = Pages and mails are in this language, with every browser.
save = Save language
