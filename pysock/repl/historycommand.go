package repl

import (
	"fmt"
	"strconv"
	"strings"
)

// historyShown is how many statements %history shows.
const historyShown = 20

// historyCommand is %history [N | WORDS].
func historyCommand(s *Session, args string) error {
	var found []string
	n := historyShown
	if k, err := strconv.Atoi(args); err == nil && k >= 0 {
		n, args = k, ""
	}
	for _, stmt := range s.history.entries() {
		if strings.Contains(stmt, args) {
			found = append(found, stmt)
		}
	}
	for _, stmt := range found[max(len(found)-n, 0):] {
		fmt.Fprintln(s.Out, stmt)
	}
	return nil
}
