# Calls that cannot be told apart.
why = Several leads were sent with the same note, and AIRudder does not say which call is whose. The counts are right all the same. Next time, give each lead a note of its own, or leave notes empty and let Coxswain fill in references.
