package pyselect

const (
	pipeBuf    = 512
	pollRdNorm = 0x40
	pollRdBand = 0x80
	pollWrNorm = 0x4
	pollWrBand = 0x100
)

var constants3 map[string]int
