package netfd

// A SocketInfo describes a socket that is open: ss(8) in short.
type SocketInfo struct {
	Descriptor    int
	Family, Type  string // the names of their constants: AF_INET, SOCK_STREAM
	Local, Remote string // "" if there is none
	Traffic
}

// Traffic is what the system tells of a socket's connection.
type Traffic struct {
	State string // of TCP, as the kernel calls it: ESTABLISHED; "" for other sockets
	// In and Out are the bytes that came in and that went out and were
	// acknowledged; below zero if the system doesn't count.
	In, Out int64
	// Received is what waits to be read, Unsent what waits to be sent or
	// acknowledged. Of a socket that listens, Received are the connections that wait to
	// be accepted.
	Received, Unsent int
}
