# Why nobody’s own number was called, and what to do.
enter-own-number = 请先输入您自己的号码。
number-changed = 您自己的号码已在此期间更改。请查看按钮，然后再按一次。
number-is-in-a-list = 此号码在此账户的一份名单中，而此账户的每次启动都由另一人批准。没有呼叫任何人。请使用不在任何名单中的号码。
too-many-tests = 您在一小时内已呼叫自己 { NUMBER($tests, useGrouping: "false") } 次。请稍后再试。
tick-at-night = 没有呼叫任何人。请勾选“{ $label }”后再按一次。
