# Why a calling rule or a holiday is not saved.
changed-meanwhile = Somebody else changed this rule meanwhile. Nothing was saved: look at it again.
already-a-holiday = This day is a holiday already. Remove it first to name it anew.
