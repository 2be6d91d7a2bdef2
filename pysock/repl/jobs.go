package repl

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"example.com/pysock/pysock"
)

// A job is a program that runs beside the session, by its number.
type job struct {
	*pysock.Job
	number int
	line   string // with which it was started
}

// jobs are those that run, and those that have ended since the last %jobs.
type jobs struct {
	list []*job
	last int
}

func (j *jobs) running() []*job {
	return slices.DeleteFunc(slices.Clone(j.list), func(x *job) bool { return !x.Running() })
}

func (j *jobs) remove(x *job) {
	j.list = slices.DeleteFunc(j.list, func(y *job) bool { return x == y })
}

// state is what %jobs says of a job.
func (j *job) state() string {
	switch {
	case j.Running():
		return "running " + clock(time.Since(j.Started()))
	case j.Stopped():
		return "stopped"
	}
	return fmt.Sprintf("ended with status %d", j.Status())
}

// clock is a duration as h:mm:ss.
func clock(d time.Duration) string {
	s := int(d.Seconds())
	return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
}

// bgCommand is %bg FILE [ARGS].
func bgCommand(s *Session, args string) error {
	words := split(args)
	if len(words) == 0 {
		return errUsage{command("bg")}
	}
	s.Flush()
	p, err := s.Begin(words)
	if err != nil {
		return err
	}
	s.jobs.last++
	j := &job{Job: p, number: s.jobs.last, line: strings.Join(words, " ")}
	s.jobs.list = append(s.jobs.list, j)
	fmt.Fprintf(s.Out, "[%d] %s\n", j.number, j.line)
	return nil
}

// jobsCommand is %jobs.
func jobsCommand(s *Session, args string) error {
	if args != "" {
		return errUsage{command("jobs")}
	}
	for _, j := range slices.Clone(s.jobs.list) {
		fmt.Fprintf(s.Out, "[%d] %-22s %s\n", j.number, j.state(), j.line)
		if !j.Running() {
			s.jobs.remove(j)
		}
	}
	return nil
}

// stopCommand is %stop N, or %stop if there is but one program.
func stopCommand(s *Session, args string) error {
	running := s.jobs.running()
	if len(running) == 0 {
		return fmt.Errorf("no program runs beside the session")
	}
	j := running[0]
	if args == "" && len(running) > 1 {
		return errUsage{command("stop")}
	}
	if args != "" {
		n, err := strconv.Atoi(strings.TrimPrefix(args, "%"))
		if err != nil {
			return errUsage{command("stop")}
		}
		i := slices.IndexFunc(running, func(j *job) bool { return j.number == n })
		if i < 0 {
			return fmt.Errorf("no program %d runs beside the session; %%jobs lists them", n)
		}
		j = running[i]
	}
	ended, err := s.Stop(j.Job)
	switch {
	case err != nil:
		return err
	case !ended:
		return fmt.Errorf("[%d] %s still runs: it catches KeyboardInterrupt", j.number, j.line)
	}
	fmt.Fprintf(s.Out, "[%d] %-22s %s\n", j.number, j.state(), j.line)
	s.jobs.remove(j)
	return nil
}
