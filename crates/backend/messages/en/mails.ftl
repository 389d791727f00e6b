# Mails with a one-time link, as plain text.
invitation-subject = You are invited to Coxswain
invitation =
    Hello { $name },

    You are invited to Coxswain. Open this link and choose a password:

    { $address }

    The link works once and expires in 24 hours. Do not pass it on: anyone who has it can sign in as you.
    If you did not expect this, tell your administrator.
reset-subject = Choose a new password for Coxswain
reset =
    Hello { $name },

    An administrator has started a password reset for you. Open this link and choose a new password:

    { $address }

    The link works once and expires in one hour. Do not pass it on: anyone who has it can sign in as you.
    If you did not expect this, tell your administrator.
