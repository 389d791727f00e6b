broken-title = This link does not work
choose-password = Choose your password
accept-invitation = Accept invitation
choose-new-password = Choose a new password
change-password = Change password
name = Name
email = Email
password = Password
