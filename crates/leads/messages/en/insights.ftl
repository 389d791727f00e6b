# Insights: periods, and what the numbers mean.
four-weeks = 4 weeks
twelve-weeks = 12 weeks
year = A year
chosen-days = Chosen days
day-definition = A call belongs to the day on which its last dial began, in the account’s time zone. One that was not dialled, or of which AIRudder does not tell when, belongs to the day on which its task was submitted.
estimated-definition = Estimated: tasks with redials. AIRudder tells of the last dial of a number only, so who was not reached stands at the last try. Late hours look worse than they are.
measured-definition = Measured: tasks without redials. Each number was dialled once, and stands at the hour of that dial.
