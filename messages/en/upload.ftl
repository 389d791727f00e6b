# What is told of a file that was not taken.
list-not-saved = The list was not saved
file-not-accepted = The file was not accepted
failed = Upload failed
too-large-to-read = The file is too large to read. The limit is 64 MB: split the list.
stopped = The upload stopped before the end. Try again.
too-slow = The upload was too slow and was stopped. Use a faster connection, or split the list.
session-ended = Your session had ended, so “{ $file }” was not uploaded. Choose it again.
