# Where a number of a do-not-call list comes from.
upload = Uploaded in a file
hand = Added by hand
result = Said so in a call
erasure = Kept when the number was erased
