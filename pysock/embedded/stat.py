"""What the numbers in os.stat's results mean: indices, types, permissions."""

from sys import version_info as _version

ST_MODE, ST_INO, ST_DEV, ST_NLINK, ST_UID, ST_GID, ST_SIZE, ST_ATIME, ST_MTIME, ST_CTIME = range(10)

S_IFDIR = 0x4000
S_IFCHR = 0x2000
S_IFBLK = 0x6000
S_IFREG = 0x8000
S_IFIFO = 0x1000
S_IFLNK = 0xa000
S_IFSOCK = 0xc000
S_ISUID, S_ISGID, S_ISVTX = 0x800, 0x400, 0x200
S_ENFMT = S_ISGID
S_IREAD = S_IRUSR = 0x100
S_IWRITE = S_IWUSR = 0x80
S_IEXEC = S_IXUSR = 0x40
S_IRWXU = 0x1c0
S_IRGRP, S_IWGRP, S_IXGRP, S_IRWXG = 0x20, 0x10, 0x8, 0x38
S_IROTH, S_IWOTH, S_IXOTH, S_IRWXO = 4, 2, 1, 7

UF_NODUMP, UF_IMMUTABLE, UF_APPEND, UF_OPAQUE, UF_NOUNLINK = 1, 2, 4, 8, 16
UF_COMPRESSED, UF_HIDDEN = 0x20, 0x8000
SF_ARCHIVED, SF_IMMUTABLE, SF_APPEND = 0x10000, 0x20000, 0x40000
SF_NOUNLINK, SF_SNAPSHOT = 0x100000, 0x200000


def S_IMODE(mode):
    """The permissions in a mode."""
    return mode & 0xfff


def S_IFMT(mode):
    """The type of file in a mode."""
    return mode & 0xf000


def S_ISDIR(mode):
    return mode & 0xf000 == S_IFDIR


def S_ISCHR(mode):
    return mode & 0xf000 == S_IFCHR


def S_ISBLK(mode):
    return mode & 0xf000 == S_IFBLK


def S_ISREG(mode):
    return mode & 0xf000 == S_IFREG


def S_ISFIFO(mode):
    return mode & 0xf000 == S_IFIFO


def S_ISLNK(mode):
    return mode & 0xf000 == S_IFLNK


def S_ISSOCK(mode):
    return mode & 0xf000 == S_IFSOCK


if _version >= (3,):
    S_IFDOOR = S_IFPORT = S_IFWHT = 0
    FILE_ATTRIBUTE_READONLY, FILE_ATTRIBUTE_HIDDEN, FILE_ATTRIBUTE_SYSTEM = 1, 2, 4
    FILE_ATTRIBUTE_DIRECTORY, FILE_ATTRIBUTE_ARCHIVE, FILE_ATTRIBUTE_DEVICE = 16, 32, 64
    FILE_ATTRIBUTE_NORMAL, FILE_ATTRIBUTE_TEMPORARY, FILE_ATTRIBUTE_SPARSE_FILE = 128, 256, 512
    FILE_ATTRIBUTE_REPARSE_POINT, FILE_ATTRIBUTE_COMPRESSED, FILE_ATTRIBUTE_OFFLINE = 1024, 2048, 4096
    FILE_ATTRIBUTE_NOT_CONTENT_INDEXED, FILE_ATTRIBUTE_ENCRYPTED = 8192, 16384
    FILE_ATTRIBUTE_INTEGRITY_STREAM, FILE_ATTRIBUTE_VIRTUAL, FILE_ATTRIBUTE_NO_SCRUB_DATA = 32768, 65536, 131072

    def S_ISDOOR(mode):
        return False

    S_ISPORT = S_ISWHT = S_ISDOOR

    def filemode(mode):
        """A mode as ls -l shows it: '-rwxr-xr-x'."""
        shown = '?'
        for kind, letter in ((S_IFLNK, 'l'), (S_IFSOCK, 's'), (S_IFREG, '-'), (S_IFBLK, 'b'),
                             (S_IFDIR, 'd'), (S_IFCHR, 'c'), (S_IFIFO, 'p')):
            if mode & 0xf000 == kind:
                shown = letter
        for shift, special, letter in ((6, S_ISUID, 's'), (3, S_ISGID, 's'), (0, S_ISVTX, 't')):
            bits = mode >> shift
            shown += ('r' if bits & 4 else '-') + ('w' if bits & 2 else '-')
            if mode & special:
                shown += letter if bits & 1 else letter.upper()
            else:
                shown += 'x' if bits & 1 else '-'
        return shown
