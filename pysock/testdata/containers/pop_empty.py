# An empty dict's pop does not look at the key.
for f in '{}.pop([], 1)', '{}.pop([])', '{1:2}.pop([], 3)', '{}.get([])', '{}.setdefault([], 1)':
    try: print(repr((f, eval(f))))
    except Exception as e: print('%s %s %s' % (f, type(e).__name__, e))
