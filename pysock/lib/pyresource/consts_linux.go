package pyresource

import "golang.org/x/sys/unix"

var platformConstants = map[string]int64{
	"RLIMIT_MSGQUEUE":   unix.RLIMIT_MSGQUEUE,
	"RLIMIT_NICE":       unix.RLIMIT_NICE,
	"RLIMIT_RTPRIO":     unix.RLIMIT_RTPRIO,
	"RLIMIT_RTTIME":     unix.RLIMIT_RTTIME,
	"RLIMIT_SIGPENDING": unix.RLIMIT_SIGPENDING,
	"RUSAGE_THREAD":     unix.RUSAGE_THREAD,
	"RLIMIT_OFILE":      unix.RLIMIT_NOFILE,
}
