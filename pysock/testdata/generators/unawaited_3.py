# What is said of a coroutine that nobody awaits goes through the filters of warnings.
import sys, warnings
async def co(): pass
warnings.simplefilter('ignore')
c = co()
c.send
class Stderr:
    def write(self, s): print('written', repr(s))
    def flush(self): pass
sys.stderr = Stderr()
