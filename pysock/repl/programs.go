package repl

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"example.com/pysock/pysock"
	"example.com/pysock/pysock/syntax"
)

// Programs that become statements of the session, and the reverse.

// saveCommand is %save [-f] FILE.
func saveCommand(s *Session, args string) error {
	words := split(args)
	flags := os.O_WRONLY | os.O_CREATE | os.O_EXCL
	if len(words) > 0 && words[0] == "-f" {
		words, flags = words[1:], os.O_WRONLY|os.O_CREATE|os.O_TRUNC
	}
	if len(words) != 1 {
		return errUsage{command("save")}
	}
	var b strings.Builder
	switch s.Dialect() {
	case syntax.Python2:
		b.WriteString("#!/usr/bin/env python2\n")
	case syntax.Python3:
		b.WriteString("#!/usr/bin/env python3\n")
	}
	saved, others := 0, 0
	for _, r := range s.ran {
		if r.dialect != s.Dialect() {
			others++
			continue
		}
		b.WriteString(strings.TrimRight(r.stmt, " \t\n") + "\n")
		saved++
	}
	f, err := os.OpenFile(words[0], flags, 0o666)
	if errors.Is(err, os.ErrExist) {
		return fmt.Errorf("%s is there already; %%save -f %s replaces it", words[0], words[0])
	}
	if err == nil {
		_, err = f.WriteString(b.String())
		err = errors.Join(err, f.Close())
	}
	if err != nil {
		return pysock.Unreadable(err)
	}
	fmt.Fprintf(s.Out, "%s to %s\n", statements(saved), words[0])
	if others > 0 {
		fmt.Fprintf(s.Out, "%s in another dialect left out\n", statements(others))
	}
	return nil
}

func statements(n int) string {
	if n == 1 {
		return "1 statement"
	}
	return fmt.Sprintf("%d statements", n)
}

// loadCommand is %load FILE. Without a terminal, on which it could be changed, the
// program runs at once.
func loadCommand(s *Session, args string) error {
	words := split(args)
	if len(words) != 1 {
		return errUsage{command("load")}
	}
	src, err := os.ReadFile(words[0])
	if err != nil {
		return pysock.Unreadable(err)
	}
	text := strings.TrimRight(strings.ReplaceAll(string(src), "\r\n", "\n"), "\n")
	if e, ok := s.source.(*editor); ok {
		e.preset = strings.ToValidUTF8(text, "\uFFFD")
		return nil
	}
	s.runText(text)
	return nil
}

// runText runs source as if it had been pasted.
func (s *Session) runText(text string) {
	stmts, _ := s.Split(text+"\n", false)
	if stmts == nil && strings.TrimSpace(text) != "" {
		stmts = []string{text + "\n"} // it isn't whole, as running it will tell
	}
	for _, stmt := range stmts {
		if s.last = stmt; !s.Run(stmt) || s.Ended() {
			return
		}
		s.ran = append(s.ran, ran{s.Dialect(), stmt})
	}
}

// editCommand is %edit [FILE]. What the editor leaves runs, if it changed anything or
// a file was named.
func editCommand(s *Session, args string) error {
	words := split(args)
	if len(words) > 1 {
		return errUsage{command("edit")}
	}
	before := s.last
	path := ""
	if len(words) == 1 {
		path = words[0]
	} else {
		dir, err := os.MkdirTemp("", "pysock")
		if err != nil {
			return pysock.Unreadable(err)
		}
		defer os.RemoveAll(dir)
		path = filepath.Join(dir, "statement.py")
		if err := os.WriteFile(path, []byte(before), 0o600); err != nil {
			return pysock.Unreadable(err)
		}
	}
	if err := s.editor(path); err != nil {
		return err
	}
	src, err := os.ReadFile(path)
	if err != nil {
		return pysock.Unreadable(err)
	}
	text := strings.ReplaceAll(string(src), "\r\n", "\n")
	if len(words) == 0 {
		if text == before {
			return nil
		}
		s.history.add(text)
	}
	s.runText(text)
	return nil
}

// editor runs the user's editor on a file, until it ends.
func (s *Session) editor(path string) error {
	words := split(os.Getenv("VISUAL"))
	if len(words) == 0 {
		words = split(os.Getenv("EDITOR"))
	}
	if len(words) == 0 {
		words = []string{"vi"}
		if runtime.GOOS == "windows" {
			words = []string{"notepad"}
		}
	}
	c := exec.Command(words[0], append(words[1:], path)...)
	c.Stdin, c.Stdout, c.Stderr = os.Stdin, os.Stdout, os.Stderr
	if err := c.Start(); err != nil {
		return fmt.Errorf("can't start the editor %s: is it installed? $EDITOR names another one", words[0])
	}
	done := make(chan struct{})
	var err error
	go func() {
		err = c.Wait()
		close(done)
	}()
	for { // Ctrl-C is the editor's
		if s.Await(done) == nil {
			break
		}
		if s.Ended() {
			return nil
		}
	}
	if err != nil {
		return fmt.Errorf("the editor %s has failed; nothing runs", words[0])
	}
	return nil
}
