# Why a file that came with a form was not taken.
not-read = Coxswain is reading other lists and did not read this file. Choose it again in a minute.
discarded = This draft was discarded, so nothing was saved. What you entered is here: choose the file again and send it, or restore the draft under Drafts.
no-list = Choose your list.
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
# Why is stored in a way that only a later version knows.
of-later-version = The last file was not taken. Choose it again to see why.
