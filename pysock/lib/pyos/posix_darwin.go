package pyos

import (
	"os"
	"syscall"
	"time"

	"example.com/pysock/pysock/object"
	"golang.org/x/sys/unix"
)

func vfsFields(st *unix.Statfs_t) [11]uint64 {
	return [11]uint64{
		uint64(st.Bsize), uint64(st.Bsize), st.Blocks, st.Bfree, st.Bavail, st.Files, st.Ffree, st.Ffree,
		uint64(st.Flags), 255, uint64(uint32(st.Fsid.Val[0])),
	}
}

// mkfifoat knows the current folder only.
func mkfifoat(dir int, name string, mode uint32) error {
	if dir != unix.AT_FDCWD {
		return unix.ENOTSUP
	}
	return unix.Mkfifo(name, mode)
}

func dup2(fd, fd2 int, inheritable bool) error {
	if err := unix.Dup2(fd, fd2); err != nil {
		return err
	}
	if !inheritable && fd != fd2 {
		unix.CloseOnExec(fd2)
	}
	return nil
}

func seteuid(id int) error { return syscall.Seteuid(id) }
func setegid(id int) error { return syscall.Setegid(id) }

var started = time.Now()

// elapsed is the time since the process was started.
func elapsed() float64 { return float64(time.Since(started).Milliseconds()/10) / 100 }

func dieByAbort() { unix.Kill(os.Getpid(), unix.SIGABRT) }

// priority is the process's nice value.
func priority() (int, error) { return unix.Getpriority(unix.PRIO_PROCESS, 0) }

// platformDefs are the functions that only this platform has.
func (m *module) platformDefs() []object.Def { return nil }

var platformConsts = map[string]int{"O_DSYNC": unix.O_DSYNC, "O_ASYNC": unix.O_ASYNC}

var platformConsts3 = map[string]int{"O_SHLOCK": unix.O_SHLOCK, "O_EXLOCK": unix.O_EXLOCK}

// openChild is for Linux.
func openChild(int) int { return -1 }
