package pysocket

import "golang.org/x/sys/unix"

const (
	afInet  = unix.AF_INET
	afInet6 = unix.AF_INET6

	nonblockFlag = 0
	typeFlags    = 0
)

// socketFamily returns the address family of a descriptor by its name.
func socketFamily(_ int, sa unix.Sockaddr) (int, error) {
	switch sa.(type) {
	case *unix.SockaddrInet4:
		return unix.AF_INET, nil
	case *unix.SockaddrInet6:
		return unix.AF_INET6, nil
	case *unix.SockaddrUnix:
		return unix.AF_UNIX, nil
	}
	return 0, unix.EAFNOSUPPORT
}

func socketProtocol(int) int { return 0 }

func setHostname(string) error { return unix.ENOTSUP }
