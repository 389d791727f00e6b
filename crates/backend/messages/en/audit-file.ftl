# Headers of the audit log as a file.
number = Number
time = Time (UTC)
person = Person
done-with = Done with
what = What
about = About
id = Id
outcome = Outcome
address = Address
browser = Browser
session = Session
details = Details
