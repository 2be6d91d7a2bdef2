# A generator that only a loop holds is closed when the loop is left; the others
# at exit.
class Log(object):
    def gen(self, name):
        try:
            yield 1
            yield 2
        finally:
            print("end of " + name)
log = Log()

def gen(name):
    return log.gen(name)

for x in log.gen("break"):
    break
print("after break")
def early():
    for x in log.gen("return"):
        return x
early()
print("after return")
def failing():
    for x in log.gen("raise"):
        raise ValueError
try:
    failing()
except ValueError:
    pass
print("after raise")
for x in log.gen("outer"):
    for y in log.gen("inner"):
        break
    break
print("after nested")
held = log.gen("held")
for x in held:
    break
print("still there: %s" % next(held))
def same(x):
    return x
also = log.gen("also held")
for x in same(also):
    break
print("still there: %s" % next(also))
also.close()
for x in (y for y in log.gen("expression")):
    break
print("end of script")
