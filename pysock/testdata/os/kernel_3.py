# Calls of Linux's kernel that os hands on.
import os
import sys
import tempfile
import threading

folder = tempfile.mkdtemp(dir='/var/tmp') # where there are extended attributes
os.chdir(folder)
with open('f', 'w') as f:
    f.write('hello world')
fd = os.open('f', os.O_RDWR)


def told(f, *args, **kwargs):
    """Prints what a call returns, or raises."""
    try:
        print(f.__name__, f(*args, **kwargs))
    except Exception as e:
        print(f.__name__, type(e).__name__, e)


# eventfd
e = os.eventfd(3)
told(os.eventfd_read, e)
threading.Timer(0.01, os.eventfd_write, (e, 7)).start()
told(os.eventfd_read, e)
os.close(e)
e = os.eventfd(2, os.EFD_NONBLOCK | os.EFD_SEMAPHORE)
for i in range(3):
    told(os.eventfd_read, e)
told(os.eventfd_write, e, 1 << 64)
told(os.eventfd_write, e, -1)
told(os.eventfd_write, e, (1 << 64) - 1)
told(os.eventfd_write, fd, 'x')
os.close(e)
for wrong in (), ('x',), (-1,), (1 << 32,), (1, -1):
    told(os.eventfd, *wrong)
told(os.eventfd_read, 99)
told(os.eventfd_read, 'x')

# Vectors at a place
a, b = bytearray(3), bytearray(4)
told(os.preadv, fd, [a, memoryview(b)[1:]], 2)
print(a, b)
told(os.pwritev, fd, [b'HE', bytearray(b'LLO')], 0)
told(os.pwritev, fd, [b'!'], 11, os.RWF_SYNC)
told(os.preadv, fd, [], 0)
told(os.preadv, fd, [b'x'], 0)
told(os.readv, fd, [b'x'])
told(os.pwritev, fd, [b'x', 'x'], 0)
told(os.pwritev, fd, 3, 0)
told(os.preadv, 99, [bytearray(1)], 0)
told(os.preadv, fd, [bytearray(1)], -1)
told(os.preadv, fd)
print(os.pread(fd, 100, 0))

# From one descriptor to another
out = os.open('g', os.O_RDWR | os.O_CREAT)
told(os.copy_file_range, fd, out, 5)
told(os.copy_file_range, fd, out, 100, offset_src=6, offset_dst=10)
print(os.pread(out, 100, 0), os.lseek(fd, 0, os.SEEK_CUR))
told(os.copy_file_range, fd, out, -1)
told(os.copy_file_range, 99, out, 1)
told(os.copy_file_range, fd, out, 1, 'x')
r, w = os.pipe()
told(os.splice, fd, w, 4, offset_src=0)
told(os.splice, r, out, 100, None, 20, os.SPLICE_F_MOVE)
print(os.pread(out, 100, 18))
told(os.splice, fd, out, 1)
told(os.splice, fd, w, -1)

# Extended attributes
told(os.listxattr, 'f')
told(os.setxattr, 'f', 'user.x', b'1' * 1000)
told(os.setxattr, fd, b'user.y', b'')
print(sorted(os.listxattr('f')), sorted(os.listxattr(fd)), len(os.getxattr('f', 'user.x')), os.listxattr())
told(os.getxattr, fd, 'user.y')
told(os.setxattr, 'f', 'user.x', b'', os.XATTR_CREATE)
told(os.setxattr, 'f', 'user.z', b'', flags=os.XATTR_REPLACE)
told(os.removexattr, 'f', 'user.x')
told(os.removexattr, 'f', 'user.x')
told(os.getxattr, 'f', 'user.x', follow_symlinks=False)
told(os.getxattr, fd, 'user.x', follow_symlinks=False)
told(os.getxattr, 'f', 3)
told(os.setxattr, 'f', 'user.x', 'text')
told(os.getxattr, 'nope', 'user.x')
told(os.listxattr, 'nope')

# Children
P = os.P_PID
def child(code):
    return os.spawnv(os.P_NOWAIT, '/bin/sh', ['sh', '-c', code])
pid = child('exit 3')
got = os.waitid(P, pid, os.WEXITED | os.WNOWAIT)
print(got.si_pid == pid, got.si_status, got.si_code == os.CLD_EXITED, got.si_signo, len(got), got.si_uid == os.getuid())
got = os.waitid(os.P_ALL, 0, os.WEXITED)
print(got.si_pid == pid, got[3], type(got).__name__)
pid = child('exec sleep 60')
told(os.waitid, P, pid, os.WEXITED | os.WNOHANG)
os.kill(pid, 9)
got = os.waitid(P, pid, os.WEXITED)
print(got.si_status, got.si_code == os.CLD_KILLED)
told(os.waitid, P, pid, os.WEXITED)
told(os.waitid, os.P_ALL, 0, os.WEXITED | os.WNOHANG)
told(os.waitid, 99, 1, os.WEXITED)
told(os.waitid, P)
told(os.waitid, P, 'x', 4)

# Scheduling
told(os.sched_get_priority_max, os.SCHED_FIFO)
told(os.sched_get_priority_min, os.SCHED_FIFO)
told(os.sched_get_priority_max, policy=99)
told(os.sched_getscheduler, 0)
told(os.sched_getscheduler, -1)
told(os.sched_getscheduler)
print(type(os.sched_rr_get_interval(0)))
for cpus in [], [-1], ['x'], 3, [1 << 40], os.sched_getaffinity(0):
    told(os.sched_setaffinity, 0, cpus)

# Settings of paths
for name in 'PC_NAME_MAX', 'PC_PATH_MAX', 'PC_PIPE_BUF', 'PC_MAX_CANON', 'PC_VDISABLE', 'PC_NO_TRUNC', 'PC_ASYNC_IO', 4:
    told(os.fpathconf, fd, name)
    print(os.pathconf('f', name) == os.fpathconf(fd, name))
print(sorted(os.pathconf_names.items()))
told(os.pathconf, 'f', 'x')
told(os.pathconf, 'f', 999)
told(os.pathconf, 'f', 2.5)
told(os.pathconf, 'nope', 'PC_NAME_MAX')
told(os.fpathconf, 99, 3)
told(os.fpathconf, fd)

for x in fd, out, r, w:
    os.close(x)
for name in 'f', 'g':
    os.remove(name)
os.rmdir(folder)
