as-of = As of { $time }
asked-again = AIRudder is asked again at { $time }
no-answer = AIRudder did not answer; asked again at { $time }
not-asked = AIRudder is not asked any more
open = { $calls ->
    [one] { $calls } call is not finished yet
   *[other] { $calls } calls are not finished yet
}
expected-end = expected to end about { $moment }
none-yet = AIRudder has not reported all calls yet. It is asked at { $time }.
none-yet-no-answer = AIRudder has not reported all calls yet: it did not answer. It is asked again at { $time }.
none = AIRudder has not reported all calls. It is not asked any more by itself.
