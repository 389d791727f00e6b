# The terms of the trade in this language: a catalogue uses these words and no others, or takes a term by its name.
# A word that a comment above a term says after “Never” stands in no catalogue: a test sees to it.

# Never: prospect
-lead = lead
# Never: campaign
-task = task
# Never: sub-task
-batch = batch
# Never: bot, voice agent
-robot = robot
-line = line
-list = list
# Never: blacklist, denylist, DNC list
-do-not-call-list = do-not-call list
# Never: retry, re-dial
-redial = redial
-reach-rate = reach rate
-result = result
-draft = draft
-check = check
-review = review
-launch = launch
-account = account
-calling-rule = calling rule
# Never: cool-off, cooling-off
-cooldown = cooldown
-column = column
-row = row
-cell = cell
-warning = warning
-duplicate = duplicate
# Never: audit trail
-audit-log = audit log
-role = role
-viewer = viewer
-preparer = preparer
-launcher = launcher
# Never: admin
-administrator = administrator
# Never: security key
-passkey = passkey
# Never: two-factor, two-step
-second-factor = second factor
# Never: backup code
-recovery-code = recovery code
-retention = retention
-receipt = receipt
-follow-up = follow-up
-window = window
