//go:build !linux

package hints

// What holds a port, and what listens, isn't told here but by lsof(8) and
// netstat(1).

// OwnSocket describes the socket of this process that has a port, "" if none does.
func OwnSocket(network string, port int) string { return "" }

func holdersOf(network string, port int) holding { return holding{} }

func listenersNear(host string, port int) (elsewhere string, near []string) { return "", nil }

func firstFreePort() int { return 1024 }
