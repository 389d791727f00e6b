# States of tasks.
sending = Sending
created = Created
calling = Calling
finished = Finished
unknown = Unknown
absent = Not found
partly-created = Partly created
refused = Refused
not-sent = Not sent
given-up = Given up
