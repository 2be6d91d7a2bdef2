package repl

import (
	"io"
	"strconv"
	"strings"
)

// socketsCommand is %sockets: a table of the sockets that the session has open.
func socketsCommand(s *Session, args string) error {
	if args != "" {
		return errUsage{command("sockets")}
	}
	t := table{{"FD", "NAME", "FAMILY", "TYPE", "LOCAL", "REMOTE", "STATE", "IN", "OUT", "RECVQ", "SENDQ"}}
	right := []bool{true, false, false, false, false, false, false, true, true, true, true}
	for _, x := range s.Sockets() {
		t = append(t, []string{
			strconv.Itoa(x.Descriptor), dash(strings.Join(x.Names, ",")), strings.TrimPrefix(x.Family, "AF_"), strings.TrimPrefix(x.Type, "SOCK_"),
			dash(x.Local), dash(x.Remote), dash(x.State), count(x.In), count(x.Out), strconv.Itoa(x.Received), strconv.Itoa(x.Unsent),
		})
	}
	if len(t) == 1 {
		_, err := io.WriteString(s.Out, "no sockets are open\n")
		return err
	}
	_, err := io.WriteString(s.Out, t.String(right))
	return err
}

func dash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

// count is a number of bytes, "-" if it isn't known.
func count(n int64) string {
	if n < 0 {
		return "-"
	}
	return strconv.FormatInt(n, 10)
}
