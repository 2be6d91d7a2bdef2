package repl

import (
	"os"

	"golang.org/x/sys/windows"
)

// adjust makes the console send sequences for keys, and understand those that
// move the cursor.
func adjust(fd int) {
	var mode uint32
	h := windows.Handle(fd)
	if windows.GetConsoleMode(h, &mode) == nil {
		windows.SetConsoleMode(h, mode|windows.ENABLE_VIRTUAL_TERMINAL_INPUT)
	}
	out := windows.Handle(os.Stdout.Fd())
	if windows.GetConsoleMode(out, &mode) == nil {
		windows.SetConsoleMode(out, mode|windows.ENABLE_PROCESSED_OUTPUT|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING)
	}
}

// onResize does nothing: the size is asked for whenever something is drawn.
func onResize(func()) {}

// suspend does nothing.
func suspend() {}
