# What is told of a file that was not taken.
list-not-saved = The list was not saved
file-not-accepted = The file was not accepted
failed = Upload failed
too-large-to-read = The file is too large to read. The limit is 64 MB: split the list.
stopped = The upload stopped before the end. Try again.
too-slow = The upload was too slow and was stopped. Use a faster connection, or split the list.
too-large = The file is { NUMBER($found) } MB. The limit is { NUMBER($most) } MB: split the list, or save it as CSV.
session-ended = Your session had ended, so “{ $file }” was not uploaded. Choose it again.
# Too many at once.
still-reading = { $files ->
    [one] Coxswain is still reading { $files } file of yours. Wait until one is finished, then choose this file again.
   *[other] Coxswain is still reading { $files } files of yours. Wait until one is finished, then choose this file again.
}
too-many = { $files ->
    [one] You uploaded { $files } file within an hour, which is the limit. Wait { $wait }, then choose this file again.
   *[other] You uploaded { $files } files within an hour, which is the limit. Wait { $wait }, then choose this file again.
}
minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
busy = { $files ->
    [one] Other people are uploading { $files } file right now. Wait half a minute, then choose this file again.
   *[other] Other people are uploading { $files } files right now. Wait half a minute, then choose this file again.
}
no-room = The server’s disk is full, so no file can be uploaded. Tell your administrator.
