# Why an account or its credentials are not saved, and what is said of its do-not-call lists.
not-kept-apart = The database would not keep accounts apart, because Coxswain signs in to it as the owner of its tables or a superuser. Give Coxswain a database role of its own first: coxswain migrate --application-role.
key-in-use = Another account already uses this key. Enter this account’s own.
sandbox-has-no-credentials = The sandbox has no credentials. Nothing was changed.
nothing-saved = Nothing was saved.
key-of-other-account = This key belongs to another AIRudder account: it has none of this account’s robots. Nothing was saved.
enter-app-key = Enter the app key.
enter-app-secret = Enter the app secret.
malformed-app-key = This is not a valid app key. Copy it again from AIRudder, without spaces.
malformed-app-secret = This is not a valid app secret. Copy it again from AIRudder, without spaces.
outdated-list = { $name } (of { $day })
outdated-lists = { $count ->
    [one] This do-not-call list is out of date: { $lists }. Upload a newer one.
   *[other] These do-not-call lists are out of date: { $lists }. Upload a newer one.
}
