# What a list is for.
purpose = Purpose
source = Source of the list
legal-basis = Legal basis
