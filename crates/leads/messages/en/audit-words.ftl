# By what the audit log is filtered, and what entries are about.
sessions = Sign-ins and sessions
people = People and passwords
settings = Settings
lists = Lists and checks
calling = Calling and stopping
personal-data = Phone numbers viewed or downloaded
permissions = Not allowed
audit-log = Audit log
done = Done
refused = Refused
draft = Draft
task = Task
person = Person
robot = Robot
