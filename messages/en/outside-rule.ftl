given = { $by } gave this reason: “{ $reason }”
give-a-reason = To call outside of the calling rule, give a reason.
give-a-reason-to-approve = To call outside of the calling rule, give a reason that a second person approves.
allowed-next = Allowed next: { $window }.
source-confirmed = Source: <source>{ $source }</source>. Confirmed.
source-not-confirmed = Source: <source>{ $source }</source>. Not confirmed by an administrator.
reason = Reason
reason-hint = It stays with the task. Write no names and no numbers of people. At most 500 characters.
