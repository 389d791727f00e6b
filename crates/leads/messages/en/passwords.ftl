# What is said beside the input of a new password.
hint = At least { NUMBER($least) } characters. A short sentence works well.
hint-beside-factor = At least { NUMBER($least) } characters, since you have a second factor. A short sentence works well.
