page-title = Robots
total = { $count ->
    [one] { $count } robot
   *[other] { $count } robots
}
total-as-of = { $total }. As of <time>{ $moment }</time>
# Behind a moment, or behind how many robots there are.
in-zone = ({ $zone })
refresh = Refresh now
updated = Robots updated.
robot = Robot
mode = Mode
any-mode = Any mode
mode-not-known = Not known
language = Language
variables = Variables
none-match = No robots match
none-match-text = Use fewer words or another mode.
show-all = Show all robots
none-yet = No robots yet
none-yet-text = Robots are created in AIRudder. They appear here when this account has one.
