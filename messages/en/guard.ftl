session-ended = Your session has ended. Sign in again.
session-ended-nothing-done = Your session has ended, so nothing was done. Sign in and try again.
session-ended-form-kept = Your session has ended. What you entered is kept: sign in to continue.
session-ended-file-lost = Your session has ended. What you entered is kept: sign in to continue. Only the file has to be chosen again.
no-account-title = Reload the page
no-account = This form does not say which account it is for. Nothing was changed. Load its page again.
