package posix

import (
	"os"
	"slices"
	"sync"
)

// table are the files that are open, by descriptor: the system has handles, no
// numbers that begin at 0.
var table struct {
	sync.Mutex
	files []*os.File
}

// opened returns the table's files; the caller holds its lock.
func opened() []*os.File {
	if table.files == nil {
		table.files = []*os.File{os.Stdin, os.Stdout, os.Stderr}
	}
	return table.files
}

// enter returns the least number that is free.
func enter(f *os.File) int {
	table.Lock()
	defer table.Unlock()
	fd := slices.Index(opened(), nil)
	if fd < 0 {
		fd = len(table.files)
		table.files = append(table.files, nil)
	}
	table.files[fd] = f
	return fd
}

func lookUp(fd int) (*os.File, error) {
	table.Lock()
	defer table.Unlock()
	if files := opened(); fd >= 0 && fd < len(files) && files[fd] != nil {
		return files[fd], nil
	}
	return nil, EBADF
}

// Descriptor returns the number of a file of Go's.
func Descriptor(f *os.File) int {
	table.Lock()
	fd := slices.Index(opened(), f)
	table.Unlock()
	if fd < 0 {
		fd = enter(f)
	}
	return fd
}

// Close frees the number.
func Close(fd int) error {
	f, err := lookUp(fd)
	if err != nil {
		return err
	}
	table.Lock()
	table.files[fd] = nil
	table.Unlock()
	return failed(f.Close())
}

// Dup2 makes fd2 a duplicate of fd.
func Dup2(fd, fd2 int) error {
	if fd == fd2 {
		_, err := lookUp(fd)
		return err
	}
	n, err := Dup(fd, false)
	if err != nil {
		return err
	}
	Close(fd2) // if it is open
	table.Lock()
	defer table.Unlock()
	for fd2 >= len(table.files) {
		table.files = append(table.files, nil)
	}
	table.files[fd2], table.files[n] = table.files[n], nil
	return nil
}
