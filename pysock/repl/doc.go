// Package repl is the interactive session: what pysock is without a program.
//
// # The parts
//
//	repl.go       the loop: read, run, again
//	editor.go     what each key does
//	buffer.go     the statement that is being edited, a list of lines
//	engine.go     readline, which edits one line
//	keys.go       bytes from the terminal -> keys and pastes
//	paste.go      what of a paste is source
//	indent.go     how the next line begins
//	history.go    the statements that were typed, and the file of them
//	search.go     Ctrl-R
//	complete.go   Tab
//	screen.go     the terminal: what is printed, and below it what is edited
//	layout.go     lines and cursor -> lines of that width
//	cursor.go     where the cursor is after what was printed
//	width.go      how wide a character is
//	raw*.go       the mode of the terminal
//	plain.go      sessions without a terminal
//	commands.go   the table of %commands
//	run.go        %run, %py2, %py3, %star
//	jobs.go       %bg, %jobs, %stop
//	sockets.go    %sockets
//	timing.go     %time
//	programs.go   %save, %load, %edit
//	completecommand.go  Tab in commands; in code, see package complete
//
// What a statement is, and what running one means, is package pysock's: see its
// Session.
//
// # How readline is used
//
// Lines are edited by github.com/chzyer/readline, whose editing is sound: where
// the cursor goes, words, what is killed and yanked back. What it does around that
// has weaknesses that can't be mended from outside:
//
//   - It knows no bracketed paste, so that each line of a paste runs by itself.
//   - An entry of its history is one line.
//   - It draws the line in the goroutine that reads keys. What is printed at the
//     same time gets mixed up with it, and its check whether a line is being edited
//     comes too early (its issues 92, 217, 220).
//   - It goes back over a wide character by one column (179, 184, 202).
//   - Ctrl-C returns what was typed as a line with an error.
//   - Close waits until a key is pressed, as it doesn't close what it reads from.
//
// So it gets only what it is good at (type engine). It believes that it isn't on a
// terminal, whereupon it draws nothing. Its input is a channel from which it takes
// one key at a time, and its Listener hands back the line and the cursor after
// each. The key that changes nothing is a chance to put another line in its place.
// All of the rest is done here, where it can be done whole:
//
//   - Keys are decoded here, and a paste is one of them.
//   - A statement is a list of lines (type buffer); readline has the one that the
//     cursor is in. Keys that cross lines are ours.
//   - The history holds statements.
//   - Drawing and printing go through one writer (type screen) under one lock. What
//     is printed appears above what is edited.
//   - Ctrl-C, Ctrl-D and Enter never reach readline before the statement has ended.
//   - Close ends its input first.
//
// # Reading keys
//
// Keys are read by the interpreter's main thread, in the way in which a program's
// own input() would be (pysock.Session.Reader). So while somebody thinks, other
// threads run, signals are handled by the handlers that the session has set, and
// what nobody refers to any longer is closed. The terminal is read byte by byte
// and only while a statement is being typed: what is typed ahead while a program
// runs is there for its input().
//
// # Questions and answers
//
// Why are the lines broken by us and not by the terminal? Because where the cursor
// is after the last column is a matter on which terminals differ.
//
// Why does each statement keep the name <stdin> in tracebacks, if its source is
// known? It is CPython's name, in both versions, and what tutorials show. The line
// that failed is shown below it, which only CPython 3.13 does.
//
// Why does what was pasted run at once if it ends with the end of a line? It did
// so before there was bracketed paste, and who copies a line with its end expects
// it. Without the end of a line it waits for Enter.
package repl
