"""Modes of a terminal."""

from termios import *
import termios as _termios

__all__ = ['setraw', 'setcbreak']
IFLAG, OFLAG, CFLAG, LFLAG, ISPEED, OSPEED, CC = range(7)


def _set(fd, when, change):
    mode = tcgetattr(fd)
    change(mode)
    mode[CC][VMIN] = 1
    mode[CC][VTIME] = 0
    tcsetattr(fd, when, mode)


def setraw(fd, when=TCSAFLUSH):
    """Every byte comes and goes as it is."""
    def raw(mode):
        mode[IFLAG] &= ~(BRKINT | ICRNL | INPCK | ISTRIP | IXON)
        mode[OFLAG] &= ~OPOST
        mode[CFLAG] = mode[CFLAG] & ~(CSIZE | PARENB) | CS8
        mode[LFLAG] &= ~(ECHO | ICANON | IEXTEN | ISIG)
    _set(fd, when, raw)


def setcbreak(fd, when=TCSAFLUSH):
    """Every byte comes at once, and isn't echoed."""
    def cbreak(mode):
        mode[LFLAG] &= ~(ECHO | ICANON)
    _set(fd, when, cbreak)
