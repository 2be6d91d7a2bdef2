package netfd

import "golang.org/x/sys/unix"

// states are those of TCP by number (netinet/tcp_fsm.h), with Linux's names.
var states = []string{"CLOSE", "LISTEN", "SYN_SENT", "SYN_RECV", "ESTABLISHED", "CLOSE_WAIT", "FIN_WAIT1", "CLOSING", "LAST_ACK", "FIN_WAIT2", "TIME_WAIT"}

// Traffic asks the system about the socket: tcp(4), getsockopt(2).
func (fd *FD) Traffic() (t Traffic) {
	t.In, t.Out = -1, -1
	fd.Control(func(sysfd int) error {
		if n, err := unix.GetsockoptInt(sysfd, unix.SOL_SOCKET, unix.SO_NREAD); err == nil {
			t.Received = n
		}
		if n, err := unix.GetsockoptInt(sysfd, unix.SOL_SOCKET, unix.SO_NWRITE); err == nil {
			t.Unsent = n
		}
		info, err := unix.GetsockoptTCPConnectionInfo(sysfd, unix.IPPROTO_TCP, unix.TCP_CONNECTION_INFO)
		if err != nil {
			return nil
		}
		if int(info.State) < len(states) {
			t.State = states[info.State]
		}
		if t.State != "LISTEN" {
			t.In, t.Out = int64(info.Rxbytes), int64(info.Txbytes)
		}
		return nil
	})
	return t
}
