package repl

import "strings"

// What comes from the clipboard is often a session of somebody else's, with its
// prompts and what they answered, or a part of a program that is indented.

// cleanPaste returns the source in pasted text. Session is true if it had prompts.
func cleanPaste(text string) (source string, session bool) {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n")
	text = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == rubout {
			return -1
		}
		return r
	}, text)
	if s, ok := stripPrompts(text); ok {
		return s, true
	}
	return dedent(text), false
}

// stripPrompts returns the source that was typed in a session: what stands after
// the prompts. ok is false if there are none.
func stripPrompts(text string) (source string, ok bool) {
	lines := strings.Split(text, "\n")
	first := 0
	for first < len(lines) && strings.TrimSpace(lines[first]) == "" {
		first++
	}
	if first == len(lines) {
		return "", false
	}
	margin := lines[first][:len(lines[first])-len(strings.TrimLeft(lines[first], " \t"))]
	if _, is := afterPrompt(lines[first], margin, ">>>"); !is {
		return "", false
	}
	var b strings.Builder
	inside := false // in a statement
	for _, line := range lines[first:] {
		if s, is := afterPrompt(line, margin, ">>>"); is {
			b.WriteString(s + "\n")
			inside = true
		} else if s, is := afterPrompt(line, margin, "..."); is && inside {
			b.WriteString(s + "\n")
		} else {
			inside = false
		}
	}
	return b.String(), true
}

// afterPrompt returns what stands after a prompt and the blank that belongs to it.
func afterPrompt(line, margin, prompt string) (string, bool) {
	s, ok := strings.CutPrefix(line, margin)
	if !ok {
		return "", false
	}
	if s, ok = strings.CutPrefix(s, prompt); !ok {
		return "", false
	}
	if s == "" {
		return "", true
	}
	if s[0] == ' ' || s[0] == '\t' && prompt == "..." {
		return strings.TrimPrefix(s, " "), true
	}
	return "", false
}

// dedent takes away the blanks that all lines begin with.
func dedent(text string) string {
	lines := strings.Split(text, "\n")
	margin, found := "", false
	for _, line := range lines {
		rest := strings.TrimLeft(line, " \t")
		if rest == "" {
			continue
		}
		indent := line[:len(line)-len(rest)]
		if !found {
			margin, found = indent, true
		}
		for !strings.HasPrefix(indent, margin) {
			margin = margin[:len(margin)-1]
		}
	}
	if margin == "" {
		return text
	}
	for i, line := range lines {
		if s, ok := strings.CutPrefix(line, margin); ok {
			lines[i] = s
		} else {
			lines[i] = strings.TrimLeft(line, " \t")
		}
	}
	return strings.Join(lines, "\n")
}
