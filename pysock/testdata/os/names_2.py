"""The names of os and sys that scripts use are there."""
from __future__ import print_function
import os
import sys

OS_NAMES = """
EX_CANTCREAT EX_CONFIG EX_DATAERR EX_IOERR EX_NOHOST EX_NOINPUT EX_NOPERM EX_NOUSER EX_OK EX_OSERR EX_OSFILE
EX_PROTOCOL EX_SOFTWARE EX_TEMPFAIL EX_UNAVAILABLE EX_USAGE F_OK NGROUPS_MAX O_APPEND O_ASYNC O_CREAT O_DIRECT
O_DIRECTORY O_DSYNC O_EXCL O_LARGEFILE O_NDELAY O_NOATIME O_NOCTTY O_NOFOLLOW O_NONBLOCK O_RDONLY O_RDWR
O_RSYNC O_SYNC O_TRUNC O_WRONLY P_NOWAIT P_NOWAITO P_WAIT R_OK SEEK_CUR SEEK_END SEEK_SET TMP_MAX UserDict
WCONTINUED WCOREDUMP WEXITSTATUS WIFCONTINUED WIFEXITED WIFSIGNALED WIFSTOPPED WNOHANG WSTOPSIG WTERMSIG
WUNTRACED W_OK X_OK abort access altsep chdir chmod chown chroot close closerange confstr confstr_names
ctermid curdir defpath devnull dup dup2 environ errno error execl execle execlp execlpe execv execve execvp
execvpe extsep fchdir fchmod fchown fdatasync fdopen fork forkpty fpathconf fstat fstatvfs fsync ftruncate
getcwd getcwdu getegid getenv geteuid getgid getgroups getloadavg getlogin getpgid getpgrp getpid getppid
getresgid getresuid getsid getuid initgroups isatty kill killpg lchmod lchown linesep link listdir lseek lstat
major makedev makedirs minor mkdir mkfifo mknod name nice open openpty pardir path pathconf pathconf_names
pathsep pipe popen popen2 popen3 popen4 putenv read readlink remove removedirs rename renames rmdir sep
setegid seteuid setgid setgroups setpgid setpgrp setregid setresgid setresuid setreuid setsid setuid spawnl
spawnle spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe stat stat_float_times stat_result statvfs
statvfs_result strerror symlink sys sysconf sysconf_names system tcgetpgrp tcsetpgrp tempnam times tmpfile
tmpnam ttyname umask uname unlink unsetenv urandom utime wait wait3 wait4 waitpid walk write
"""

SYS_NAMES = """
api_version argv builtin_module_names byteorder call_tracing callstats copyright displayhook
dont_write_bytecode exc_clear exc_info exc_type excepthook exec_prefix executable exit flags float_info
float_repr_style getcheckinterval getdefaultencoding getdlopenflags getfilesystemencoding getprofile
getrecursionlimit getrefcount getsizeof gettrace hexversion long_info maxint maxsize maxunicode meta_path
modules path path_hooks path_importer_cache platform prefix py3kwarning setcheckinterval setdlopenflags
setprofile setrecursionlimit settrace stderr stdin stdout subversion version version_info warnoptions
"""

# Those that pysock leaves out, and why.
OS_ABSENT = {
    "what CPython's os imports for itself": """
UserDict sys
""",
    "a process written in Go can't be forked": """
fork forkpty
""",
    'use subprocess': """
popen2 popen3 popen4
""",
    'not safe, and warned of since 2.3': """
tempnam tmpnam tmpfile
""",
    'of little use to scripts of the network': """
confstr confstr_names fpathconf pathconf pathconf_names lchmod
""",
}

# Those that pysock leaves out, and why.
SYS_ABSENT = {
    "of CPython's inside": """
call_tracing callstats getdlopenflags setdlopenflags exc_type
""",
    'there is no tracing': """
gettrace settrace getprofile setprofile
""",
    'of threads': """
getcheckinterval setcheckinterval
""",
}


def missing(module, names, absent):
    absent = ' '.join(absent.values()).split()
    print(module.__name__, [n for n in names.split() if n not in absent and not hasattr(module, n)],
          [n for n in absent if n not in names])


missing(os, OS_NAMES, OS_ABSENT)
missing(sys, SYS_NAMES, SYS_ABSENT)
try:
    os.fork
except AttributeError as e:
    assert 'use subprocess' in str(e), e
