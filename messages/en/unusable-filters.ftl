# What of a filter in an address cannot be used, as it stands in the sentence that says so.
group = a group
stage = a stage
batch = a batch
ring = a way of ringing
hour = an hour
talk = a length of talk
long-search = a search that long
person = a person
action = a kind of action
outcome = an outcome
day = a day
id = an id
page = a page
period = a period
days-in-wrong-order = days in the wrong order
