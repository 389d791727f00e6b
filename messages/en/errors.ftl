signed-out = You are signed out
forbidden = You do not have permission
not-found = Page not found
set-up = Coxswain is already set up
conflict = This page is out of date
problem = There is a problem
busy = Coxswain is busy
too-often = Too often within an hour
provider = There is a problem with AIRudder
failed = Something went wrong
sign-in-to-continue = You are signed out. Sign in to continue.
discarded-or-incomplete = This page does not exist: it was discarded, or the link is incomplete.
first-administrator-exists = The first administrator already exists. Sign in, or ask them to invite you.
failed-on-our-side = Something went wrong on our side. Try again in a minute.
form-incomplete = Part of the form did not arrive. Reload the page and try again.
too-many-attempts = { $minutes ->
    [one] Too many failed attempts. Try again in { $minutes } minute.
   *[other] Too many failed attempts. Try again in { $minutes } minutes.
}
reference = If it happens again, send your administrator this reference: <code>{ $reference }</code>
with-reference = { $sentence } Reference: { $reference }.
sign-in = Sign in
go-to-tasks = Go to tasks
no-page = This page does not exist. Check the address, or go to Tasks.
no-page-to-open = This address shows no page. Go back and use the button.
too-slow = The form did not arrive in time
send-again = The connection is slow or was lost. Go back and send the form again.
too-large = The form is too large
shorten = Go back, shorten what you entered, and send it again.
try-in-a-minute = Try again in a minute.
incomplete = Part of the form did not arrive
reload = Reload the page and try again.
