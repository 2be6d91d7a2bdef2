import sys
class Old:
    def __init__(self, a=1): self.a = a
    def __str__(self): return "old %s" % self.a
for what in Old, Old(2):
    try:
        raise what
    except Old:
        print sys.exc_type, sys.exc_value, sys.exc_value is sys.exc_info()[1]
