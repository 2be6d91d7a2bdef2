"""Users, limits, terminals and other programs."""
from __future__ import print_function
import os, sys, pwd, grp, resource, termios, tty, pty
def e(f,*a):
    try: return f(*a)
    except (OSError, KeyError, ValueError, TypeError, AttributeError, termios.error) as x: return type(x).__name__, x.args
print(pwd.getpwuid(0)[:4], pwd.getpwnam('root').pw_dir, e(pwd.getpwnam,'nosuch'), e(pwd.getpwuid,123456789), len(pwd.getpwall())>3)
print(grp.getgrgid(0)[:3], e(grp.getgrnam,'nosuch'), e(grp.getgrgid, 99999999), len(grp.getgrall())>3)
print(resource.getrlimit(resource.RLIMIT_NOFILE)==resource.getrlimit(resource.RLIMIT_OFILE), e(resource.getrlimit, 999), e(resource.setrlimit, resource.RLIMIT_NOFILE, (5,4)), e(resource.getrusage,99), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss>0, resource.getpagesize(), resource.RLIM_INFINITY, e(resource.setrlimit,7,(1,)))
soft,hard=resource.getrlimit(resource.RLIMIT_NOFILE); resource.setrlimit(resource.RLIMIT_NOFILE,(500,hard)); print(resource.getrlimit(resource.RLIMIT_NOFILE)[0], os.sysconf('SC_OPEN_MAX'), os.sysconf('SC_PAGE_SIZE'), e(os.sysconf,'x'), os.sysconf('SC_CLK_TCK'))
m,s=os.openpty(); print(os.isatty(m), os.isatty(s), os.ttyname(s).startswith('/dev/pts/'))
a=termios.tcgetattr(s); print(a[:4], a[4]==a[5], a[6][:6], len(a[6]))
tty.setraw(s); b=termios.tcgetattr(s); print(b[:4], b[6][:8])
termios.tcsetattr(s,termios.TCSANOW,a); print(termios.tcgetattr(s)==a)
os.write(m,b'hi\n'); print(os.read(s,10), os.read(m,10))
print(e(termios.tcgetattr, 999), e(termios.tcsetattr, s, 0, [1,2]), e(termios.tcgetattr,'x'), e(termios.tcsetattr, s, 9, a))
termios.tcflush(s,termios.TCIOFLUSH); termios.tcdrain(s)
print(os.major(os.makedev(8,1)), os.minor(os.makedev(8,1)), e(os.tcgetpgrp,s), os.ctermid(), len(os.getloadavg()))
print(os.spawnlp(os.P_WAIT,'sh','sh','-c','exit 3'), os.spawnv(os.P_WAIT,'/nosuch',['x']), os.spawnve(os.P_WAIT,'/bin/sh',['sh','-c','kill -9 $$'],{}))
pid=os.spawnlp(os.P_NOWAIT,'true','true'); p,st,ru=os.wait4(pid,0); print(p==pid, st, type(ru).__name__)
print(e(os.wait3,0)); print(e(os.getresuid)[0]==os.getuid())
print(sorted(set(os.getgroups()))==sorted(set(os.getgroups())))
os.close(m); os.close(s)
