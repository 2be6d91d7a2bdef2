package pysignal

import (
	"fmt"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"unsafe"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// signalNumbers are the names of the signals.
var signalNumbers = map[string]int{
	"SIGABRT": 6, "SIGALRM": int(unix.SIGALRM), "SIGBUS": int(unix.SIGBUS), "SIGCHLD": int(unix.SIGCHLD),
	"SIGCLD": int(unix.SIGCLD), "SIGCONT": int(unix.SIGCONT), "SIGFPE": int(unix.SIGFPE), "SIGHUP": int(unix.SIGHUP),
	"SIGILL": int(unix.SIGILL), "SIGINT": int(unix.SIGINT), "SIGIO": int(unix.SIGIO), "SIGIOT": int(unix.SIGIOT),
	"SIGKILL": int(unix.SIGKILL), "SIGPIPE": int(unix.SIGPIPE), "SIGPOLL": int(unix.SIGPOLL), "SIGPROF": int(unix.SIGPROF),
	"SIGPWR": int(unix.SIGPWR), "SIGQUIT": int(unix.SIGQUIT), "SIGRTMAX": 64, "SIGRTMIN": 34,
	"SIGSEGV": int(unix.SIGSEGV), "SIGSTKFLT": 16, "SIGSTOP": int(unix.SIGSTOP), "SIGSYS": int(unix.SIGSYS),
	"SIGTERM": int(unix.SIGTERM), "SIGTRAP": int(unix.SIGTRAP), "SIGTSTP": int(unix.SIGTSTP), "SIGTTIN": int(unix.SIGTTIN),
	"SIGTTOU": int(unix.SIGTTOU), "SIGURG": int(unix.SIGURG), "SIGUSR1": int(unix.SIGUSR1), "SIGUSR2": int(unix.SIGUSR2),
	"SIGVTALRM": int(unix.SIGVTALRM), "SIGWINCH": int(unix.SIGWINCH), "SIGXCPU": int(unix.SIGXCPU), "SIGXFSZ": int(unix.SIGXFSZ),
}

// words are what strsignal(3) calls the signals.
var words = [...]string{
	1: "Hangup", "Interrupt", "Quit", "Illegal instruction", "Trace/breakpoint trap", "Aborted", "Bus error",
	"Floating point exception", "Killed", "User defined signal 1", "Segmentation fault", "User defined signal 2",
	"Broken pipe", "Alarm clock", "Terminated", "Stack fault", "Child exited", "Continued", "Stopped (signal)",
	"Stopped", "Stopped (tty input)", "Stopped (tty output)", "Urgent I/O condition", "CPU time limit exceeded",
	"File size limit exceeded", "Virtual timer expired", "Profiling timer expired", "Window changed", "I/O possible",
	"Power failure", "Bad system call",
}

func signalWords(sig int) string {
	switch {
	case sig < len(words):
		return words[sig]
	case sig >= 34:
		return fmt.Sprintf("Real-time signal %d", sig-34)
	}
	return ""
}

// valid reports whether there is a signal of that number: 32 and 33 are the C
// library's.
func valid(sig int) bool { return sig != 32 && sig != 33 }

// settable reports whether a signal can be handled.
func settable(sig int) bool {
	return valid(sig) && sig != int(unix.SIGKILL) && sig != int(unix.SIGSTOP)
}

// setDefault makes a signal do what it does to any process. Go's runtime
// installs handlers of its own at the start: some signals have no effect there,
// others print the stacks of goroutines. Where it doesn't need them, the
// system's default comes in their place.
func setDefault(sig int) {
	if needed(sig) {
		signal.Reset(unix.Signal(sig))
		return
	}
	signal.Ignore(unix.Signal(sig)) // Go's runtime forgets that it had handled it
	sysDefault(sig)
}

// needed reports whether Go's runtime can't do without its handler: faults
// become panics, and SIGURG interrupts goroutines. SIGHUP and SIGTERM end the
// process as they should.
func needed(sig int) bool {
	switch unix.Signal(sig) {
	case unix.SIGSEGV, unix.SIGBUS, unix.SIGFPE, unix.SIGURG, unix.SIGPROF, unix.SIGKILL, unix.SIGSTOP:
		return true
	}
	return false
}

// sysDefault is sigaction(sig, SIG_DFL): a struct of zeros, whose layout
// needn't be known.
func sysDefault(sig int) {
	var action [8]uintptr
	unix.RawSyscall6(unix.SYS_RT_SIGACTION, uintptr(sig), uintptr(unsafe.Pointer(&action)), 0, 8, 0, 0)
}

// Defaults is for a process that runs one script: all signals that Go's runtime
// treats in its own way do what they do to other processes.
func Defaults() {
	for _, sig := range []unix.Signal{
		unix.SIGQUIT, unix.SIGILL, unix.SIGTRAP, unix.SIGABRT, unix.SIGUSR1, unix.SIGUSR2, unix.SIGALRM, 16,
		unix.SIGXCPU, unix.SIGVTALRM, unix.SIGIO, unix.SIGPWR, unix.SIGSYS,
	} {
		if !signal.Ignored(sig) {
			sysDefault(int(sig))
		}
	}
	signal.Ignore(unix.SIGXFSZ) // a file too large is an OSError
}

// Kill sends a signal to the process. One that nobody handles and that ends the
// process does so before it returns.
func Kill(sig int) error {
	switch unix.Signal(sig) {
	case unix.SIGSEGV, unix.SIGBUS, unix.SIGFPE:
		sysDefault(sig)
	}
	return unix.Kill(os.Getpid(), unix.Signal(sig))
}

// systemDefs are the functions that this system has.
var systemDefs = []object.Def{{Name: "pidfd_send_signal", F: pidfdSendSignal}}

// pidfdSendSignal is pidfd_send_signal(pidfd, signalnum, siginfo=None, flags=0).
func pidfdSendSignal(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var fd, sig, flags int
	siginfo := starlark.Value(starlark.None)
	if err := object.Positional(t, "pidfd_send_signal", args, kwargs, 2, &fd, &sig, &siginfo, &flags); err != nil {
		return nil, err
	}
	if siginfo != starlark.None {
		return nil, object.TypeError.Errorf("siginfo must be None")
	}
	if sig > 0 && sig < nsig && pidOf(fd) == os.Getpid() && t.RT.Raise(sig) { // the script handles it
		return starlark.None, t.Check()
	}
	if err := unix.PidfdSendSignal(fd, unix.Signal(sig), nil, flags); err != nil {
		return nil, object.OSFail(object.OSError, err, nil)
	}
	return starlark.None, t.Check()
}

// pidOf returns the process that a descriptor stands for: a pidfd, or a folder in
// /proc; 0 if it is neither.
func pidOf(fd int) int {
	if info, err := os.ReadFile("/proc/self/fdinfo/" + strconv.Itoa(fd)); err == nil {
		for line := range strings.Lines(string(info)) {
			if pid, ok := strings.CutPrefix(line, "Pid:"); ok {
				n, _ := strconv.Atoi(strings.TrimSpace(pid))
				return n
			}
		}
	}
	name, _ := os.Readlink("/proc/self/fd/" + strconv.Itoa(fd))
	pid, ok := strings.CutPrefix(name, "/proc/")
	if !ok {
		return 0
	}
	n, _ := strconv.Atoi(pid)
	return n
}
