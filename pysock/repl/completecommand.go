package repl

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"example.com/pysock/pysock/complete"
)

// A lineCompleter completes commands by their table, and all else as code.
type lineCompleter struct {
	s    *Session
	code Completer // or nil
}

// Complete is Completer's.
func (c lineCompleter) Complete(line []rune, pos int) (candidates []string, length int) {
	text := string(line[:pos])
	head := strings.TrimLeft(text, " ")
	switch {
	case strings.HasPrefix(head, "%"):
		return c.command(head[1:], line[pos:])
	case strings.HasPrefix(head, "?"):
		return c.expression(head[1:], line[pos:])
	}
	return c.expression(text, line[pos:])
}

// expression completes code.
func (c lineCompleter) expression(text string, rest []rune) ([]string, int) {
	if c.code == nil {
		return nil, 0
	}
	before := []rune(text)
	return c.code.Complete(slices.Concat(before, rest), len(before))
}

// command completes a command, the % taken off, or its arguments.
func (c lineCompleter) command(text string, rest []rune) ([]string, int) {
	name, args, isWhole := strings.Cut(text, " ")
	if !isWhole {
		return matching(commandNames(), name)
	}
	cmd := command(name)
	if cmd == nil {
		return nil, 0
	}
	word := args[strings.LastIndexByte(args, ' ')+1:]
	switch cmd.Complete {
	case Files:
		found, bytes := complete.Files(word)
		return found, utf8.RuneCountInString(word[len(word)-bytes:])
	case Names:
		return c.expression(strings.TrimLeft(args, " "), rest)
	case Commands:
		return matching(commandNames(), strings.TrimPrefix(word, "%"))
	case Jobs:
		var numbers []string
		for _, j := range c.s.jobs.running() {
			numbers = append(numbers, strconv.Itoa(j.number))
		}
		return matching(numbers, word)
	}
	return nil, 0
}

func commandNames() []string {
	var names []string
	for _, c := range commands() {
		names = append(names, c.Name)
	}
	return names
}

// matching returns the words that continue a prefix, sorted, and its length.
func matching(words []string, prefix string) (found []string, length int) {
	for _, w := range words {
		if strings.HasPrefix(w, prefix) {
			found = append(found, w)
		}
	}
	slices.Sort(found)
	return found, utf8.RuneCountInString(prefix)
}
