//go:build unix

package repl

import (
	"os"
	"os/signal"
	"syscall"

	"golang.org/x/sys/unix"
)

// adjust leaves on what doesn't matter to keys: the end of a line stays one in
// what other processes print, and in what is typed ahead for a program.
func adjust(fd int) {
	t, err := unix.IoctlGetTermios(fd, getTermios)
	if err != nil {
		return
	}
	t.Oflag |= unix.OPOST | unix.ONLCR
	t.Iflag |= unix.ICRNL
	unix.IoctlSetTermios(fd, setTermios, t)
}

// onResize calls f when the size of the terminal has changed.
func onResize(f func()) {
	ch := make(chan os.Signal, 1)
	signal.Notify(ch, syscall.SIGWINCH)
	go func() {
		for range ch {
			f()
		}
	}()
}

// suspend stops the process, as Ctrl-Z does, until it is continued.
func suspend() { syscall.Kill(0, syscall.SIGTSTP) }
