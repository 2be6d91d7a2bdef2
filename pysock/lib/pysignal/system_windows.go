package pysignal

import (
	"os"
	"os/signal"
	"syscall"

	"example.com/pysock/pysock/object"
)

// NSIG is the number after the last signal.
const nsig = 23

// signalNumbers are the names of the signals: those of the C library (signal.h),
// of which the system sends SIGINT and SIGBREAK alone.
var signalNumbers = map[string]int{
	"SIGABRT": 22, "SIGBREAK": 21, "SIGFPE": 8, "SIGILL": 4, "SIGINT": 2, "SIGSEGV": 11, "SIGTERM": 15,
}

func signalWords(sig int) string {
	return map[int]string{
		2: "Interrupt", 4: "Illegal instruction", 8: "Floating-point exception", 11: "Segmentation fault", 15: "Terminated",
		21: "Break", 22: "Abort",
	}[sig]
}

// valid reports whether there is a signal of that number.
func valid(sig int) bool {
	for _, n := range signalNumbers {
		if n == sig {
			return true
		}
	}
	return false
}

// settable reports whether a signal can be handled.
func settable(sig int) bool { return valid(sig) }

// ignoredAtStart reports whether Python ignores a signal from the start.
func ignoredAtStart(int) bool { return false }

// setDefault makes a signal do what Go's runtime does by default.
func setDefault(sig int) { signal.Reset(syscall.Signal(sig)) }

// Defaults does nothing here.
func Defaults() {}

// Kill is raise of the C library for a signal that nobody handles: it ends the
// process.
func Kill(int) error {
	os.Exit(3)
	return nil
}

// systemDefs are the functions that this system has.
var systemDefs []object.Def

// There are no timers, and no masks.

type timers struct{}

func (m *module) stopTimers()                {}
func (m *module) timerDefs() []object.Def    { return nil }
func (m *module) maskDefs() []object.Def     { return nil }
func (m *module) addPlatform(*object.Module) {}
