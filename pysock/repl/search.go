package repl

import (
	"fmt"
	"strings"
)

// A search is an incremental search in the history: Ctrl-R backwards, Ctrl-S
// forwards.
type search struct {
	words   []rune
	at      int // the entry that was found
	forward bool
	failing bool
	before  string // the statement before the search
	index   int    // and where in the history that was
}

// beginSearch begins a search, or goes on with the one under way to the next
// entry.
func (e *editor) beginSearch(forward bool) {
	if e.search == nil {
		e.search = &search{at: len(e.history.entries()), before: e.text(), index: e.index, forward: forward}
		return
	}
	e.search.forward = forward
	e.find(true)
}

// find looks for an entry; further: for another one than the one that is shown.
func (e *editor) find(further bool) {
	s, list := e.search, e.history.entries()
	words := string(s.words)
	if words == "" {
		s.failing = false
		return
	}
	step := -1
	if s.forward {
		step = 1
	}
	i := s.at
	if further || i >= len(list) {
		i += step
	}
	for ; i >= 0 && i < len(list); i += step {
		if further && list[i] == e.text() {
			continue
		}
		if at := strings.Index(list[i], words); at >= 0 {
			s.at, s.failing = i, false
			e.recall(i, at)
			return
		}
	}
	s.failing = true
}

// searchKey does what a key means during a search, and reports whether that is
// all that it means.
func (e *editor) searchKey(k key) bool {
	s := e.search
	switch {
	case k.kind == keyRune:
		s.words = append(s.words, k.r)
		e.find(false)
	case k.kind == keyBackspace:
		if len(s.words) > 0 {
			s.words = s.words[:len(s.words)-1]
			s.at = len(e.history.entries())
			e.find(false)
		}
	case k.kind == keyControl && (k.r == 'r' || k.r == 's'):
		e.beginSearch(k.r == 's')
	case k.kind == keyControl && k.r == 'g':
		e.search = nil
		e.set(s.before, len(s.before))
		e.index = s.index
	default:
		e.search = nil
		return false
	}
	return true
}

// prompt is shown in the place of the usual one.
func (s *search) prompt() string {
	words := "reverse-i-search"
	if s.forward {
		words = "i-search"
	}
	if s.failing {
		words = "failed " + words
	}
	return fmt.Sprintf("(%s)`%s': ", words, string(s.words))
}
