# The comparing methods of built-in types know their own kind only.
values = [u'a', 'a', 1, 1.5, 2L, (), [], {}, set(), frozenset(), True, 2j]
for a in values:
    for b in values:
        row = []
        for name in ('__lt__', '__le__', '__gt__', '__ge__'):
            try:
                row.append(getattr(a, name)(b))
            except (TypeError, AttributeError) as e:
                row.append(str(e))
        print repr(a), repr(b), row
