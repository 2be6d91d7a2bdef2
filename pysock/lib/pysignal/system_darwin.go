package pysignal

import (
	"os"
	"os/signal"
	"strings"

	"example.com/pysock/pysock/object"
	"golang.org/x/sys/unix"
)

// signalNumbers are the names of the signals.
var signalNumbers = map[string]int{
	"SIGABRT": int(unix.SIGABRT), "SIGALRM": int(unix.SIGALRM), "SIGBUS": int(unix.SIGBUS), "SIGCHLD": int(unix.SIGCHLD),
	"SIGCONT": int(unix.SIGCONT), "SIGEMT": int(unix.SIGEMT), "SIGFPE": int(unix.SIGFPE), "SIGHUP": int(unix.SIGHUP),
	"SIGILL": int(unix.SIGILL), "SIGINFO": int(unix.SIGINFO), "SIGINT": int(unix.SIGINT), "SIGIO": int(unix.SIGIO),
	"SIGIOT": int(unix.SIGIOT), "SIGKILL": int(unix.SIGKILL), "SIGPIPE": int(unix.SIGPIPE), "SIGPROF": int(unix.SIGPROF),
	"SIGQUIT": int(unix.SIGQUIT), "SIGSEGV": int(unix.SIGSEGV), "SIGSTOP": int(unix.SIGSTOP), "SIGSYS": int(unix.SIGSYS),
	"SIGTERM": int(unix.SIGTERM), "SIGTRAP": int(unix.SIGTRAP), "SIGTSTP": int(unix.SIGTSTP), "SIGTTIN": int(unix.SIGTTIN),
	"SIGTTOU": int(unix.SIGTTOU), "SIGURG": int(unix.SIGURG), "SIGUSR1": int(unix.SIGUSR1), "SIGUSR2": int(unix.SIGUSR2),
	"SIGVTALRM": int(unix.SIGVTALRM), "SIGWINCH": int(unix.SIGWINCH), "SIGXCPU": int(unix.SIGXCPU), "SIGXFSZ": int(unix.SIGXFSZ),
}

func signalWords(sig int) string {
	if !valid(sig) {
		return ""
	}
	s := unix.Signal(sig).String()
	return strings.ToUpper(s[:1]) + s[1:]
}

// valid reports whether there is a signal of that number.
func valid(sig int) bool { return sig < 32 }

// settable reports whether a signal can be handled.
func settable(sig int) bool {
	return valid(sig) && sig != int(unix.SIGKILL) && sig != int(unix.SIGSTOP)
}

// setDefault makes a signal do what Go's runtime does by default.
func setDefault(sig int) { signal.Reset(unix.Signal(sig)) }

// Defaults does nothing here.
func Defaults() {}

// Kill sends a signal to the process.
func Kill(sig int) error { return unix.Kill(os.Getpid(), unix.Signal(sig)) }

// systemDefs are the functions that this system has.
var systemDefs []object.Def
