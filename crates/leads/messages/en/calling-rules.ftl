# Calling rules: when people may be called, and what is said of calls outside of them.
# Days of the week in short.
monday = Mon
tuesday = Tue
wednesday = Wed
thursday = Thu
friday = Fri
saturday = Sat
sunday = Sun
every-day = every day
days-from-to = { $first }–{ $last }
days-and = { $days }, { $day }
hours = { $from }–{ $to }
end-of-day = 24:00
# A rule in a line.
rule = { $days } { $hours }
rule-by-every-clock = { $days } { $hours }, by every clock of { $country }
rule-without-holidays = { $days } { $hours }, not on holidays
rule-by-every-clock-without-holidays = { $days } { $hours }, by every clock of { $country }, not on holidays
# Its name in a sentence. The sectors are also told by themselves.
the-rule = the calling rule for { $country }, { $sector }
the-rule-of-version = the calling rule for { $country }, { $sector }, version { NUMBER($version) }
of-finance = financial products
of-other = other products and services
source-of-program = Our own choice, after 47 CFR 64.1200 (United States)
source-of-indonesia-finance = POJK 6/POJK.07/2022 art. 25 as the press tells it (detik.com, 9 February 2023); replaced by POJK 22/2023, whose article was not found
source-of-indonesia = Our own choice: no rule in force was found. Hours in which a call is no surprise
source-of-india = Hours of promotional calls as vendors tell them (conversailabs.com; kedeyo.com, May 2026). TRAI, TCCCPR 2018: the amendment of 12 February 2025, about number series, as the press tells it (hindustantimes.com, 17 February 2025)
source-of-india-at-first = TRAI, TCCCPR 2018 as amended on 12 February 2025, hours as vendors and the press tell them (hindustantimes.com, 17 February 2025)
source-of-mexico = Our own choice: no rule in force was found. A bill of 2019 asks for Monday to Friday, 08:00 to 19:00 (senado.gob.mx, boletín 421)
source-of-philippines = Our own choice: no rule in force was found for marketing calls (respicio.ph)
# What is wrong with calls.
outside = Calls could fall outside { $rule } ({ $words }).
too-early = { $at } in { $place } is before the hours.
too-early-of-batch = Batch { NUMBER($batch, useGrouping: "false") }: { $at } in { $place } is before the hours.
too-late = { $at } in { $place } is after the hours.
too-late-of-batch = Batch { NUMBER($batch, useGrouping: "false") }: { $at } in { $place } is after the hours.
redial-too-late = The last redial could fall at { $at } in { $place }, after the hours.
redial-too-late-of-batch = Batch { NUMBER($batch, useGrouping: "false") }: the last redial could fall at { $at } in { $place }, after the hours.
day = { $day }: the rule allows no calls on { $weekday }s.
day-of-batch = Batch { NUMBER($batch, useGrouping: "false") }: { $day }: the rule allows no calls on { $weekday }s.
holiday = { $day } is a holiday: { $name }.
holiday-of-batch = Batch { NUMBER($batch, useGrouping: "false") }: { $day } is a holiday: { $name }.
# What can be done, and where the rule comes from.
allowed-next = Allowed next: { $window }.
no-window = No time in the next five days is allowed, and AIRudder plans no further ahead.
redials-too-long = The redials take longer than the calling rule allows: choose fewer redials, or fewer minutes between them.
allowed-from = Calls are allowed next from { $at }.
allowed-from-in-new-task = Calls are allowed next from { $at }. To call then, start a new task with these settings.
source = Source: { $source }.
holidays-missing = The holidays of { $year } are missing for { $country }. Add them.
holidays-unknown = Holidays of { $year } are not known yet: a call on one of them would count as allowed. An administrator adds them under Settings, Calling rules.
# Whether a launch keeps the rule.
kept = kept: { $rule }
kept-not-confirmed = kept: { $rule } (not confirmed)
not-kept = not kept: { $rule }
not-kept-not-confirmed = not kept: { $rule } (not confirmed)
# When the calls of what begins at once are stopped.
calls-end = { $at } at the latest. Whoever is left then is not called.
# What is kept with a task: whether it kept the rule, and why somebody went on all the same.
was-kept = kept: { $rule } (version { NUMBER($version) })
called-outside = called outside of it: { $rule } (version { NUMBER($version) }).
called-outside-with-batch = called outside of it with batch { NUMBER($batch, useGrouping: "false") }: { $rule } (version { NUMBER($version) }).
reason = { $by }: “{ $reason }”
reason-approved = { $by }: “{ $reason }”, approved by a second person
