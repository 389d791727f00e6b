page-title = Drafts
about = Tasks that are not submitted yet. Nobody is called from a draft.
about-until-deleted = { $days ->
    [one] Tasks that are not submitted yet. Nobody is called from a draft. A draft that nobody changes for { $days } day is deleted.
   *[other] Tasks that are not submitted yet. Nobody is called from a draft. A draft that nobody changes for { $days } days is deleted.
}
about-discarded = Drafts discarded in the last { NUMBER($days) } days. Older ones are deleted.
filter = Filter tasks
search-in = Draft, file or person
status = Status
among-the-latest = These are among the { NUMBER($count) } drafts that changed last. Search for others.
none-discarded = No discarded drafts
none-discarded-text = A draft that is discarded can be restored here for { NUMBER($days) } days.
show-open = Show open drafts
none-match = No drafts match
none-match-text = Use fewer words or another status.
none = No drafts
none-text = A task you start stays here until you submit or discard it.
new-task = New task
draft = Draft
leads = Leads
started-by = Started by
last-changed = Last changed
discarded = Discarded
actions = Actions
continue = Continue
restore = Restore draft
