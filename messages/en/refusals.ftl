# What a request is told that gets no page: from elsewhere, to another address, too large, or too late.
wrong-address = Wrong address
not-here = Coxswain is not at this address. Open { $address }. If this address is right, your administrator has to set COXSWAIN_PUBLIC_URL to it, and a proxy in front of Coxswain has to pass on the host.
from-elsewhere = Nothing was changed: this form came from another site, or from a program that does not say where it comes from. Open Coxswain and try again.
too-large = The form is too large.
too-slow = The form did not arrive in time.
incomplete = Part of the form did not arrive.
took-too-long = It took too long
stopped = Coxswain is too busy and stopped what you asked for. Wait a minute, then check whether it was done before you repeat it.
too-busy = Coxswain is too busy. Wait a minute, then reload the page.
reference = { $sentence } Reference { $reference }.
