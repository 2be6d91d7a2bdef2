package pysocket

import "golang.org/x/sys/unix"

const (
	afInet  = unix.AF_INET
	afInet6 = unix.AF_INET6

	nonblockFlag = unix.SOCK_NONBLOCK
	typeFlags    = unix.SOCK_NONBLOCK | unix.SOCK_CLOEXEC
)

// socketFamily returns the address family of a descriptor: SO_DOMAIN.
func socketFamily(sysfd int, _ unix.Sockaddr) (int, error) {
	return unix.GetsockoptInt(sysfd, unix.SOL_SOCKET, unix.SO_DOMAIN)
}

// socketProtocol returns the protocol of a descriptor: SO_PROTOCOL.
func socketProtocol(sysfd int) int {
	n, err := unix.GetsockoptInt(sysfd, unix.SOL_SOCKET, unix.SO_PROTOCOL)
	if err != nil {
		return 0
	}
	return n
}

func setHostname(name string) error { return unix.Sethostname([]byte(name)) }
