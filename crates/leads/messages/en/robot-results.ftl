# The results of a robot: letters, and what they mean.
not-named = Not named yet
letter-with-name = { $name } ({ $letter })
letter-not-named = { $letter } (not named yet)
letter-twice = This letter is in another row. Keep one of the two.
choose-group = Choose a group.
too-many = A robot can have at most { NUMBER($most) } results.
type-letter = Type the letter that the robot gives.
long-letter = A letter has at most { NUMBER($most) } characters.
type-name = Type a name.
long-name = A name has at most { NUMBER($most) } characters.
type-order = Type a whole number from 1 to { NUMBER($most) }.
