# Why nobody’s own number was called, and what to do.
enter-own-number = Enter your own number first.
number-changed = Your own number was changed meanwhile. Look at the button, then press it again.
number-is-in-a-list = This number is in a list of this account, where a second person approves each launch. Nobody was called. Use a number that is in no list.
too-many-tests = You had yourself called { NUMBER($tests, useGrouping: "false") } times within an hour. Wait, then try again.
tick-at-night = Nobody was called. Tick “{ $label }” and press again.
