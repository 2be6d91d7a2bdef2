package pysocket

import "golang.org/x/sys/unix"

// neverWaits are the flags with which a call on a blocking socket returns at
// once. (recv(2).)
const neverWaits = unix.MSG_DONTWAIT

var extra, extra3 = map[string]int64{"SOMAXCONN": 128}, map[string]int64(nil)

// The constants that this system alone has: none.
var system, system3 map[string]int64
