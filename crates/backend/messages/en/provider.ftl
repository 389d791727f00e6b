# Why a call of AIRudder brought nothing.
key-refused = AIRudder refused this account’s key: “{ $words }”. Ask an administrator.
not-reached = AIRudder could not be reached.
refused = AIRudder refused: “{ $words }”
busy = AIRudder is busy. Try again in a minute.
unclear = AIRudder gave no clear answer.
unreadable = Coxswain could not read AIRudder’s answer ({ $place }). Tell your administrator.
left-alone = AIRudder is not responding. Coxswain tries again automatically.
no-credentials = This account has no AIRudder credentials that can be used. An administrator can enter them under Settings.
not-in-time = AIRudder did not respond in time.
last-known-robots = Showing the last known robots.
robot-as-last-known = Showing the robot as last known.
down = AIRudder has not responded since { $since }. Next try: { $until }. Until then nothing is sent or checked. A batch that waits more than 30 minutes is not sent.
