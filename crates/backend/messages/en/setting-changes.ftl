# What changed of settings, as the audit log tells it.
settings-changed = Changed the settings: { $changes }.
settings-saved = Saved the settings without a change.
rule-changed = Changed { $rule }: { $changes }.
rule-saved = Saved { $rule } without a change.
results-changed = Changed what the results mean (version { NUMBER($version, useGrouping: "false") }): { $changes }.
results-saved = Saved what the results mean (version { NUMBER($version, useGrouping: "false") }) without a change.
change = { $field } from { $old } to { $new }
first-and-next = { $first }; { $next }
nothing = nothing
on = on
off = off
# Fields of the account.
name = name
country = country
language = language
zone = time zone
platform = platform
lines = lines
default-line = default line
dnc-arranged = AIRudder’s do-not-call list
fill-notes = filling in missing comments
two-persons = approval by a second person
sector = sector
list-purpose = purpose of the list
list-source = source of the list
legal-basis = legal basis
batch-size = leads per batch
cooldown-days = cooldown in days
refuse-outdated-lists = refusing outdated lists
# Fields of the retention.
result-days = days that leads and calls are kept
draft-days = days that drafts are kept
unused-columns = columns that nothing uses
# Fields of a calling rule.
monday = Monday
tuesday = Tuesday
wednesday = Wednesday
thursday = Thursday
friday = Friday
saturday = Saturday
sunday = Sunday
from = earliest time
to = latest time
zones = whose clock counts
on-holidays = on holidays
action = what happens outside of it
needs-purpose = purpose required
source = source
read-on = day the source was read
is-confirmed = confirmation
# What was chosen in a calling rule.
clock-of-account = the account’s time zone
clock-of-country = every time zone of the country
as-other-days = calls as on other days
no-calls = no calls
warning = a warning
refusal = a refusal
