from __future__ import print_function
import sched, time
s = sched.scheduler(time.time, time.sleep)
s.enter(0.03, 1, print, ('third',))
s.enter(0.01, 2, print, ('first',))
late = s.enter(0.02, 1, print, ('cancelled',))
s.enter(0.02, 3, print, ('second',))
print(len(s.queue), s.empty())
s.cancel(late)
s.run()
print(s.empty())
try:
    s.cancel(late)
except ValueError:
    print('not there')
