package pyselect

import "golang.org/x/sys/unix"

const (
	pipeBuf    = 4096
	pollRdNorm = 0x40
	pollRdBand = 0x80
	pollWrNorm = 0x100
	pollWrBand = 0x200
)

func init() { constants["POLLMSG"] = 0x400 }

// constants3 are those of Python 3 alone.
var constants3 = map[string]int{
	"EPOLLEXCLUSIVE": unix.EPOLLEXCLUSIVE,
	"EPOLLRDHUP":     unix.EPOLLRDHUP,
	"EPOLL_CLOEXEC":  unix.EPOLL_CLOEXEC,
	"POLLRDHUP":      unix.POLLRDHUP,
}
