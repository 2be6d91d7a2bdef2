package pysocket

const afNetlink, afPacket = -1, -2 // there are none
