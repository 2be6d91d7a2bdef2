package main

import (
	"os"

	"example.com/pysock/pysock"
	"example.com/pysock/pysock/repl"
)

// interactive reports whether there is to be an interactive session: when it was
// asked for, or there is no program and somebody who types.
func (o *options) interactive() bool {
	return o.inspect || !o.hasProgram() && pysock.IsTerminal(os.Stdin)
}

// hasProgram reports whether the command line names a program. Standard input is
// one only if it isn't a terminal.
func (o *options) hasProgram() bool {
	return o.module != "" || o.hasCode || len(o.args) > 0 && o.args[0] != "-" && o.args[0] != ""
}

// hold makes a group's main script be followed by a session.
func hold(g *pysock.Group, main *pysock.Script, o *options) {
	repl.Hold(g, main, repl.Options{
		Quiet:   o.quiet || o.hasProgram(),
		Version: release(),
		Startup: !o.hasProgram() && pysock.IsTerminal(os.Stdin),
	})
}
