"""The names of os and sys that scripts use are there."""
import os
import sys

OS_NAMES = """
CLD_CONTINUED CLD_DUMPED CLD_EXITED CLD_KILLED CLD_STOPPED CLD_TRAPPED DirEntry EFD_CLOEXEC EFD_NONBLOCK
EFD_SEMAPHORE EX_CANTCREAT EX_CONFIG EX_DATAERR EX_IOERR EX_NOHOST EX_NOINPUT EX_NOPERM EX_NOUSER EX_OK
EX_OSERR EX_OSFILE EX_PROTOCOL EX_SOFTWARE EX_TEMPFAIL EX_UNAVAILABLE EX_USAGE F_LOCK F_OK F_TEST F_TLOCK
F_ULOCK GRND_NONBLOCK GRND_RANDOM GenericAlias MFD_ALLOW_SEALING MFD_CLOEXEC MFD_HUGETLB MFD_HUGE_16GB
MFD_HUGE_16MB MFD_HUGE_1GB MFD_HUGE_1MB MFD_HUGE_256MB MFD_HUGE_2GB MFD_HUGE_2MB MFD_HUGE_32MB MFD_HUGE_512KB
MFD_HUGE_512MB MFD_HUGE_64KB MFD_HUGE_8MB MFD_HUGE_MASK MFD_HUGE_SHIFT Mapping MutableMapping NGROUPS_MAX
O_ACCMODE O_APPEND O_ASYNC O_CLOEXEC O_CREAT O_DIRECT O_DIRECTORY O_DSYNC O_EXCL O_FSYNC O_LARGEFILE O_NDELAY
O_NOATIME O_NOCTTY O_NOFOLLOW O_NONBLOCK O_PATH O_RDONLY O_RDWR O_RSYNC O_SYNC O_TMPFILE O_TRUNC O_WRONLY
POSIX_FADV_DONTNEED POSIX_FADV_NOREUSE POSIX_FADV_NORMAL POSIX_FADV_RANDOM POSIX_FADV_SEQUENTIAL
POSIX_FADV_WILLNEED POSIX_SPAWN_CLOSE POSIX_SPAWN_DUP2 POSIX_SPAWN_OPEN PRIO_PGRP PRIO_PROCESS PRIO_USER P_ALL
P_NOWAIT P_NOWAITO P_PGID P_PID P_PIDFD P_WAIT PathLike RTLD_DEEPBIND RTLD_GLOBAL RTLD_LAZY RTLD_LOCAL
RTLD_NODELETE RTLD_NOLOAD RTLD_NOW RWF_APPEND RWF_DSYNC RWF_HIPRI RWF_NOWAIT RWF_SYNC R_OK SCHED_BATCH
SCHED_FIFO SCHED_IDLE SCHED_OTHER SCHED_RESET_ON_FORK SCHED_RR SEEK_CUR SEEK_DATA SEEK_END SEEK_HOLE SEEK_SET
SPLICE_F_MORE SPLICE_F_MOVE SPLICE_F_NONBLOCK ST_APPEND ST_MANDLOCK ST_NOATIME ST_NODEV ST_NODIRATIME
ST_NOEXEC ST_NOSUID ST_RDONLY ST_RELATIME ST_SYNCHRONOUS ST_WRITE TMP_MAX WCONTINUED WCOREDUMP WEXITED
WEXITSTATUS WIFCONTINUED WIFEXITED WIFSIGNALED WIFSTOPPED WNOHANG WNOWAIT WSTOPPED WSTOPSIG WTERMSIG WUNTRACED
W_OK XATTR_CREATE XATTR_REPLACE XATTR_SIZE_MAX X_OK abc abort access altsep chdir chmod chown chroot close
closerange confstr confstr_names copy_file_range cpu_count ctermid curdir defpath device_encoding devnull dup
dup2 environ environb error eventfd eventfd_read eventfd_write execl execle execlp execlpe execv execve execvp
execvpe extsep fchdir fchmod fchown fdatasync fdopen fork forkpty fpathconf fsdecode fsencode fspath fstat
fstatvfs fsync ftruncate fwalk get_blocking get_exec_path get_inheritable get_terminal_size getcwd getcwdb
getegid getenv getenvb geteuid getgid getgrouplist getgroups getloadavg getlogin getpgid getpgrp getpid
getppid getpriority getrandom getresgid getresuid getsid getuid getxattr initgroups isatty kill killpg lchown
linesep link listdir listxattr lockf login_tty lseek lstat major makedev makedirs memfd_create minor mkdir
mkfifo mknod name nice open openpty pardir path pathconf pathconf_names pathsep pidfd_open pipe pipe2 popen
posix_fadvise posix_fallocate posix_spawn posix_spawnp pread preadv putenv pwrite pwritev read readlink readv
register_at_fork remove removedirs removexattr rename renames replace rmdir scandir sched_get_priority_max
sched_get_priority_min sched_getaffinity sched_getparam sched_getscheduler sched_param sched_rr_get_interval
sched_setaffinity sched_setparam sched_setscheduler sched_yield sendfile sep set_blocking set_inheritable
setegid seteuid setgid setgroups setpgid setpgrp setpriority setregid setresgid setresuid setreuid setsid
setuid setxattr spawnl spawnle spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe splice st stat stat_result
statvfs statvfs_result strerror supports_bytes_environ supports_dir_fd supports_effective_ids supports_fd
supports_follow_symlinks symlink sync sys sysconf sysconf_names system tcgetpgrp tcsetpgrp terminal_size times
times_result truncate ttyname umask uname uname_result unlink unsetenv urandom utime wait wait3 wait4 waitid
waitid_result waitpid waitstatus_to_exitcode walk write writev
"""

SYS_NAMES = """
abiflags addaudithook api_version argv audit base_exec_prefix base_prefix breakpointhook builtin_module_names
byteorder call_tracing copyright displayhook dont_write_bytecode exc_info excepthook exception exec_prefix
executable exit flags float_info float_repr_style get_asyncgen_hooks get_coroutine_origin_tracking_depth
get_int_max_str_digits getallocatedblocks getdefaultencoding getdlopenflags getfilesystemencodeerrors
getfilesystemencoding getprofile getrecursionlimit getrefcount getsizeof getswitchinterval gettrace hash_info
hexversion implementation int_info intern is_finalizing maxsize maxunicode meta_path modules orig_argv path
path_hooks path_importer_cache platform platlibdir prefix pycache_prefix set_asyncgen_hooks
set_coroutine_origin_tracking_depth set_int_max_str_digits setdlopenflags setprofile setrecursionlimit
setswitchinterval settrace stderr stdin stdlib_module_names stdout thread_info unraisablehook version
version_info warnoptions
"""

# Those that pysock leaves out, and why.
OS_ABSENT = {
    "what CPython's os imports for itself": """
GenericAlias Mapping MutableMapping sys
""",
    "a process written in Go can't be forked": """
fork forkpty login_tty register_at_fork
""",
    'use subprocess': """
posix_spawn posix_spawnp POSIX_SPAWN_CLOSE POSIX_SPAWN_DUP2 POSIX_SPAWN_OPEN
""",
    'of little use to scripts of the network': """
confstr confstr_names fpathconf pathconf pathconf_names device_encoding getxattr listxattr removexattr
setxattr XATTR_CREATE XATTR_REPLACE XATTR_SIZE_MAX copy_file_range splice SPLICE_F_MORE SPLICE_F_MOVE
SPLICE_F_NONBLOCK preadv pwritev RWF_APPEND RWF_DSYNC RWF_HIPRI RWF_NOWAIT RWF_SYNC eventfd eventfd_read
eventfd_write EFD_CLOEXEC EFD_NONBLOCK EFD_SEMAPHORE waitid waitid_result CLD_CONTINUED CLD_DUMPED CLD_EXITED
CLD_KILLED CLD_STOPPED CLD_TRAPPED MFD_HUGETLB MFD_HUGE_16GB MFD_HUGE_16MB MFD_HUGE_1GB MFD_HUGE_1MB
MFD_HUGE_256MB MFD_HUGE_2GB MFD_HUGE_2MB MFD_HUGE_32MB MFD_HUGE_512KB MFD_HUGE_512MB MFD_HUGE_64KB
MFD_HUGE_8MB MFD_HUGE_MASK MFD_HUGE_SHIFT
""",
    'a Go process has many threads, and these are about one': """
sched_get_priority_max sched_get_priority_min sched_getparam sched_getscheduler sched_param
sched_rr_get_interval sched_setparam sched_setscheduler
""",
}

# Those that pysock leaves out, and why.
SYS_ABSENT = {
    "of CPython's inside": """
call_tracing getdlopenflags setdlopenflags stdlib_module_names
""",
    'there is no tracing': """
gettrace settrace getprofile setprofile breakpointhook
""",
    'of threads': """
getswitchinterval setswitchinterval thread_info
""",
    'of asyncio': """
get_asyncgen_hooks set_asyncgen_hooks get_coroutine_origin_tracking_depth set_coroutine_origin_tracking_depth
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
