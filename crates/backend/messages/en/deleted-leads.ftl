# What is said where the leads of a task are asked for that were deleted.
deleted = The leads and calls of this task were deleted on { $day }, as the account keeps them no longer. Its figures stay on its page.
