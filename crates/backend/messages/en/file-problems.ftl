# Why a file that came with a form was not taken.
not-read = Coxswain is reading other lists and did not read this file. Choose it again in a minute.
discarded = This draft was discarded, so nothing was saved. What you entered is here: choose the file again and send it, or restore the draft under Drafts.
no-list = Choose your list.
