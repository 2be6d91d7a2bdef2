package pysocket

import "golang.org/x/sys/unix"

const (
	afNetlink = unix.AF_NETLINK
	afPacket  = unix.AF_PACKET
)
