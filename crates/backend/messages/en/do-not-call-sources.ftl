# Where a number of a do-not-call list comes from.
upload = Uploaded with the list
hand = Added by hand
result = Said so in a call
erasure = Kept when the number was erased
