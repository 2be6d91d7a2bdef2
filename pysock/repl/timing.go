package repl

import (
	"fmt"
	"time"

	"example.com/pysock/pysock/posix"
)

// timeCommand is %time STATEMENT: it runs a statement, and tells how long that took by
// the clock and how much of a processor's time it used.
func timeCommand(s *Session, args string) error {
	if args == "" {
		return errUsage{command("time")}
	}
	used, start := posix.ProcessorTime(), time.Now()
	s.Run(args + "\n")
	took, used := time.Since(start), posix.ProcessorTime()-used
	fmt.Fprintf(s.Out, "%s, processor %s\n", span(took), span(used))
	return nil
}

// span is a duration in a unit that suits it, with three digits.
func span(d time.Duration) string {
	units := []struct {
		unit time.Duration
		name string
	}{{time.Second, "s"}, {time.Millisecond, "ms"}, {time.Microsecond, "us"}}
	for _, u := range units {
		if d >= u.unit {
			return fmt.Sprintf("%.3g %s", float64(d)/float64(u.unit), u.name)
		}
	}
	return fmt.Sprintf("%d ns", d.Nanoseconds())
}
