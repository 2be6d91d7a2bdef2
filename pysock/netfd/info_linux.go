package netfd

import "golang.org/x/sys/unix"

// states are those of TCP by number (include/net/tcp_states.h).
var states = []string{"", "ESTABLISHED", "SYN_SENT", "SYN_RECV", "FIN_WAIT1", "FIN_WAIT2", "TIME_WAIT", "CLOSE", "CLOSE_WAIT", "LAST_ACK", "LISTEN", "CLOSING", "NEW_SYN_RECV"}

// Traffic asks the system about the socket: tcp(7), udp(7), unix(7).
func (fd *FD) Traffic() (t Traffic) {
	t.In, t.Out = -1, -1
	fd.Control(func(sysfd int) error {
		if n, err := unix.IoctlGetInt(sysfd, unix.SIOCINQ); err == nil {
			t.Received = n
		}
		if n, err := unix.IoctlGetInt(sysfd, unix.SIOCOUTQ); err == nil {
			t.Unsent = n
		}
		info, err := unix.GetsockoptTCPInfo(sysfd, unix.IPPROTO_TCP, unix.TCP_INFO)
		if err != nil {
			return nil
		}
		if int(info.State) < len(states) {
			t.State = states[info.State]
		}
		if t.State == "LISTEN" {
			t.Received = int(info.Unacked)
			return nil
		}
		t.In, t.Out = int64(info.Bytes_received), int64(info.Bytes_acked)
		if t.Out > 0 && t.State != "SYN_SENT" {
			t.Out-- // the SYN is counted
		}
		return nil
	})
	return t
}
