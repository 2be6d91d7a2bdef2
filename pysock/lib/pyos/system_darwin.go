package pyos

import (
	"bytes"
	"encoding/binary"
	"example.com/pysock/pysock/posix"
	"os"
	"os/user"

	"example.com/pysock/pysock/object"
	"golang.org/x/sys/unix"
)

func terminalName(fd int) (string, error) {
	if !posix.IsTerminal(fd) {
		return "", unix.ENOTTY
	}
	return "/dev/tty", nil
}

func unlockTerminal(int) (string, error) { return "", unix.ENOTSUP }

func priorityOf(which, who int) (int, error) { return unix.Getpriority(which, who) }

func loadAverages() (loads [3]float64, ok bool) {
	raw, err := unix.SysctlRaw("vm.loadavg") // struct loadavg: three numbers and their scale
	if err != nil || len(raw) < 24 {
		return loads, false
	}
	scale := float64(binary.NativeEndian.Uint64(raw[16:]))
	for i := range loads {
		loads[i] = float64(binary.NativeEndian.Uint32(raw[4*i:])) / scale
	}
	return loads, bytes.Count(raw, []byte{0}) < len(raw)
}

func memory() (total, free int) {
	n, err := unix.SysctlUint64("hw.memsize")
	if err != nil {
		return -1, -1
	}
	return int(n) / os.Getpagesize(), -1
}

func loginName() (string, error) {
	u, err := user.Current()
	if err != nil {
		return "", unix.ENXIO
	}
	return u.Username, nil
}

func (m *module) addLinux(*object.Module)  {}
func (m *module) linuxDefs() []object.Def  { return nil }
func (m *module) linuxDefs3() []object.Def { return nil }

var moreConsts3 = map[string]int{"F_ULOCK": lockfUnlock, "F_LOCK": lockfLock, "F_TLOCK": lockfTry, "F_TEST": lockfTest}
