# What a list is for.
purpose = Propósito
source = Origen de la lista
legal-basis = Base legal
