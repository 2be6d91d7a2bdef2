"""Paths as objects: PurePath and its two kinds say what a name means, Path and
its two kinds also ask the system. (PEP 428)

A path is kept as its drive, its root and its parts, the first of which is the
anchor where there is one. What differs between the systems stands in a flavour.
"""

import fnmatch
import functools
import io
import ntpath
import os
import posixpath
import re
import sys
from _collections_abc import Sequence
from errno import EBADF, ELOOP, ENOENT, ENOTDIR
from stat import S_ISBLK, S_ISCHR, S_ISDIR, S_ISFIFO, S_ISLNK, S_ISREG, S_ISSOCK

__all__ = ["PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]


_plain = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~/")


def _quote(data):
    """Bytes as the path of a URI has them. (RFC 3986)"""
    return "".join(chr(b) if b in _plain else "%%%02X" % b for b in data)


class _Posix:
    """How names of POSIX read."""

    sep, altsep, module = "/", "", posixpath

    def split_root(self, part):
        """(drive, root, rest) of a name. Two slashes in front are a root of
        their own. (POSIX, 4.13)"""
        rest = part.lstrip("/")
        n = len(part) - len(rest)
        return "", "//" if n == 2 else "/" if n else "", rest

    def fold(self, text):
        return text

    def is_reserved(self, parts):
        return False

    def uri(self, path):
        return "file://" + _quote(bytes(path))


class _Windows:
    """How names of Windows read."""

    sep, altsep, module = "\\", "/", ntpath
    reserved = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"} | {
        name + digit for name in ("COM", "LPT") for digit in "123456789\xb9\xb2\xb3"}

    def split_root(self, part):
        """(drive, root, rest) of a name: c:\\x, \\\\server\\share\\x, \\\\?\\..."""
        part, prefix = part.replace("/", "\\"), ""
        if part[:4] == "\\\\?\\":
            prefix, part = part[:4], part[4:]
            if part[:4] == "UNC\\":
                prefix, part = prefix + "UNC", part[3:]
                part = "\\" + part
        if part[:2] == "\\\\" and part[2:3] != "\\":
            server, has_share, rest = part[2:].partition("\\")
            share, more, rest = rest.partition("\\")
            if has_share and (share or not more):
                drive = ("\\" if prefix else "\\\\") + server + "\\" + share
                return prefix + drive, "\\", rest
        drive = ""
        if part[1:2] == ":" and part[0].isascii() and part[0].isalpha():
            drive, part = part[:2], part[2:]
        rest = part.lstrip("\\")
        return prefix + drive, "\\" if part[:1] == "\\" else "", rest

    def fold(self, text):
        return text.lower()

    def is_reserved(self, parts):
        if not parts or parts[0].startswith("\\\\"):
            return False
        return parts[-1].partition(".")[0].partition(":")[0].rstrip(" ").upper() in self.reserved

    def uri(self, path):
        drive = path.drive
        if len(drive) == 2 and drive[1] == ":":
            return "file:///" + drive + _quote(path.as_posix()[2:].encode("utf-8"))
        return "file:" + _quote(path.as_posix().encode("utf-8"))


_posix_flavour, _windows_flavour = _Posix(), _Windows()


@functools.lru_cache(maxsize=256)
def _pattern(text, flags):
    return re.compile(fnmatch.translate(text), flags).fullmatch


class _Parents(Sequence):
    """The ancestors of a path, the nearest first; they are made when asked for."""

    __slots__ = ("_pathcls", "_drv", "_root", "_parts")

    def __init__(self, path):
        self._pathcls = type(path)
        self._drv, self._root, self._parts = path._drv, path._root, path._parts

    def __len__(self):
        return len(self._parts) - bool(self._drv or self._root)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return tuple(self[j] for j in range(*i.indices(len(self))))
        if not -len(self) <= i < len(self):
            raise IndexError(i)
        if i < 0:
            i += len(self)
        return self._pathcls._made(self._drv, self._root, self._parts[:-i - 1])

    def __repr__(self):
        return "<%s.parents>" % self._pathcls.__name__


class PurePath:
    """A path that no file is looked up for. PurePath(...) is one of the system's
    own flavour; segments are joined."""

    __slots__ = ("_drv", "_root", "_parts", "_str", "_hash", "_parts_tuple", "_folded")

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PureWindowsPath if os.name == "nt" else PurePosixPath
        drv, root, parts = cls._parse(args)
        return cls._made(drv, root, parts)

    @classmethod
    def _made(cls, drv, root, parts):
        self = object.__new__(cls)
        self._drv, self._root, self._parts = drv, root, parts
        return self

    @classmethod
    def _parse(cls, args):
        """(drive, root, parts) of segments: an absolute one makes those before
        it forgotten."""
        flavour = cls._flavour
        drv, root, parts = "", "", []
        for arg in args:
            if isinstance(arg, PurePath):
                if type(arg)._flavour is flavour:
                    d, r, rest = arg._drv, arg._root, arg._parts[bool(arg._drv or arg._root):]
                else:
                    d, r, rest = cls._parse_text(str(arg))
            else:
                text = os.fspath(arg)
                if not isinstance(text, str):
                    raise TypeError("argument should be a str object or an os.PathLike "
                                    "object returning str, not %r" % type(text))
                d, r, rest = cls._parse_text(text)
            if d or r:
                drv, root, parts = d or drv, r, list(rest)
            else:
                parts = parts + list(rest)
        anchor = drv + root
        return drv, root, [anchor] + parts if anchor else parts

    @classmethod
    def _parse_text(cls, text):
        flavour = cls._flavour
        if flavour.altsep:
            text = text.replace(flavour.altsep, flavour.sep)
        drv, root, rest = flavour.split_root(text)
        return drv, root, [sys.intern(p) for p in rest.split(flavour.sep) if p and p != "."]

    def __reduce__(self):
        return self.__class__, tuple(self._parts)

    # ---- as text

    def __str__(self):
        try:
            return self._str
        except AttributeError:
            anchor = self._drv + self._root
            if anchor:
                text = anchor + self._flavour.sep.join(self._parts[1:])
            else:
                text = self._flavour.sep.join(self._parts) or "."
            self._str = text
            return text

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        """The path with forward slashes."""
        return str(self).replace(self._flavour.sep, "/")

    def __bytes__(self):
        return os.fsencode(self)

    def __repr__(self):
        return "{}({!r})".format(self.__class__.__name__, self.as_posix())

    def as_uri(self):
        """The path as a file: URI. (RFC 8089)"""
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        return self._flavour.uri(self)

    # ---- comparison

    @property
    def _cparts(self):
        try:
            return self._folded
        except AttributeError:
            self._folded = [self._flavour.fold(p) for p in self._parts]
            return self._folded

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._flavour is other._flavour and self._cparts == other._cparts

    def __hash__(self):
        try:
            return self._hash
        except AttributeError:
            self._hash = hash(tuple(self._cparts))
            return self._hash

    def __lt__(self, other):
        if not isinstance(other, PurePath) or self._flavour is not other._flavour:
            return NotImplemented
        return self._cparts < other._cparts

    def __le__(self, other):
        if not isinstance(other, PurePath) or self._flavour is not other._flavour:
            return NotImplemented
        return self._cparts <= other._cparts

    def __gt__(self, other):
        if not isinstance(other, PurePath) or self._flavour is not other._flavour:
            return NotImplemented
        return self._cparts > other._cparts

    def __ge__(self, other):
        if not isinstance(other, PurePath) or self._flavour is not other._flavour:
            return NotImplemented
        return self._cparts >= other._cparts

    def __class_getitem__(cls, type):
        return cls

    # ---- parts

    drive = property(lambda self: self._drv, doc="The drive or share, if any.")
    root = property(lambda self: self._root, doc="The root, if any.")
    anchor = property(lambda self: self._drv + self._root, doc="Drive and root.")

    @property
    def parts(self):
        """All parts as a tuple."""
        try:
            return self._parts_tuple
        except AttributeError:
            self._parts_tuple = tuple(self._parts)
            return self._parts_tuple

    @property
    def name(self):
        """The last part, if it isn't the anchor."""
        return "" if len(self._parts) == bool(self._drv or self._root) else self._parts[-1]

    @property
    def suffix(self):
        """What begins with the last dot of the name, the dot included."""
        name = self.name
        i = name.rfind(".")
        return name[i:] if 0 < i < len(name) - 1 else ""

    @property
    def suffixes(self):
        """All suffixes as a list."""
        name = self.name
        return [] if name.endswith(".") else ["." + s for s in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        """The name without its suffix."""
        name = self.name
        i = name.rfind(".")
        return name[:i] if 0 < i < len(name) - 1 else name

    @property
    def parent(self):
        """The path without its last part."""
        if len(self._parts) == bool(self._drv or self._root):
            return self
        return self._made(self._drv, self._root, self._parts[:-1])

    @property
    def parents(self):
        """All ancestors."""
        return _Parents(self)

    def _named(self, name):
        return self._made(self._drv, self._root, self._parts[:-1] + [name])

    def with_name(self, name):
        """The path with another name."""
        if not self.name:
            raise ValueError("%r has an empty name" % (self,))
        drv, root, parts = self._parse((name,))
        if (not name or name[-1] in [self._flavour.sep, self._flavour.altsep] or drv or root or len(parts) != 1):
            raise ValueError("Invalid name %r" % (name,))
        return self._named(name)

    def with_stem(self, stem):
        """The path with another stem."""
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        """The path with another suffix, none if it is empty."""
        f = self._flavour
        if f.sep in suffix or f.altsep and f.altsep in suffix:
            raise ValueError("Invalid suffix %r" % (suffix,))
        if suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError("Invalid suffix %r" % suffix)
        name = self.name
        if not name:
            raise ValueError("%r has an empty name" % (self,))
        old = self.suffix
        return self._named((name[:-len(old)] if old else name) + suffix)

    # ---- relations

    def relative_to(self, *other):
        """The path as it reads from another one; ValueError if it isn't below it."""
        if not other:
            raise TypeError("need at least one argument")
        to = self._made(*self._parse(other))
        mine, theirs = self._steps(), to._steps()
        n, fold = len(theirs), self._flavour.fold
        if (self._drv or self._root) if n == 0 else [fold(p) for p in mine[:n]] != [fold(p) for p in theirs]:
            raise ValueError("{!r} is not in the subpath of {!r} OR one path is relative and the other is absolute."
                             .format(str(self), str(to) if to._parts else ""))
        root = self._root if n == 1 else ""
        return self._made("", root, mine[n:])

    def _steps(self):
        """The parts, drive and root apart."""
        return [self._drv, self._root] + self._parts[1:] if self._root else self._parts

    def is_relative_to(self, *other):
        """Whether the path is below another one."""
        try:
            self.relative_to(*other)
            return True
        except ValueError:
            return False

    def joinpath(self, *args):
        """This path and more segments."""
        drv, root, parts = self._parse(args)
        if root:
            return self._made(drv or self._drv, root, [(drv or self._drv) + root] + parts[1:])
        if drv:
            if self._flavour.fold(drv) != self._flavour.fold(self._drv):
                return self._made(drv, root, parts)
            parts = parts[1:]  # which begin at this path, being on the same drive
        return self._made(self._drv, self._root, self._parts + parts)

    def __truediv__(self, key):
        try:
            return self.joinpath(key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            drv, root, parts = self._parse((key, self))
        except TypeError:
            return NotImplemented
        return self._made(drv, root, parts)

    def is_absolute(self):
        """Whether there is a root, and a drive where there are drives."""
        return bool(self._root) and (self._flavour is _posix_flavour or bool(self._drv))

    def is_reserved(self):
        """Whether Windows has its own use for the name."""
        return self._flavour.is_reserved(self._parts)

    def match(self, path_pattern):
        """Whether the end of the path fits a pattern with *, ? and [], all of
        it if the pattern is absolute."""
        drv, root, patterns = self._parse((path_pattern,))
        if not patterns:
            raise ValueError("empty pattern")
        fold = self._flavour.fold
        if drv and fold(drv) != fold(self._drv) or root and root != self._root:
            return False
        parts = self._cparts
        if drv or root:
            if len(patterns) != len(parts):
                return False
            patterns = patterns[1:]
        elif len(patterns) > len(parts):
            return False
        return all(fnmatch.fnmatchcase(part, fold(pattern))
                   for part, pattern in zip(reversed(parts), reversed(patterns)))


os.PathLike.register(PurePath)


class PurePosixPath(PurePath):
    """A path of POSIX."""

    _flavour = _posix_flavour
    __slots__ = ()


class PureWindowsPath(PurePath):
    """A path of Windows."""

    _flavour = _windows_flavour
    __slots__ = ()


# ---- what asks the system

def _absent(error):
    """Whether an error says that there is no such file."""
    return getattr(error, "errno", None) in (ENOENT, ENOTDIR, EBADF, ELOOP) or getattr(error, "winerror", None) in (
        21, 123, 1921)


def _holds_entries(entry, **kwargs):
    """Whether an entry is a directory that is still there."""
    try:
        return entry.is_dir(**kwargs)
    except OSError as e:
        if not _absent(e):
            raise
        return False


def _kind_test(test, follow=True):
    """A method that says whether a file is of a kind."""
    def method(self):
        try:
            return test((self.stat if follow else self.lstat)().st_mode)
        except OSError as e:
            if not _absent(e):
                raise
        except ValueError:
            pass
        return False
    return method


class Path(PurePath):
    """A path of this system, whose files can be asked for and changed."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = WindowsPath if os.name == "nt" else PosixPath
        drv, root, parts = cls._parse(args)
        if cls._flavour is not (_windows_flavour if os.name == "nt" else _posix_flavour):
            raise NotImplementedError("cannot instantiate %r on your system" % (cls.__name__,))
        return cls._made(drv, root, parts)

    def _child(self, name):
        return self._made(self._drv, self._root, self._parts + [name])

    def __enter__(self):
        import warnings
        warnings.warn("pathlib.Path.__enter__() is deprecated and scheduled for removal in Python 3.13; "
                      "Path objects as a context manager is a no-op", DeprecationWarning, stacklevel=2)
        return self

    def __exit__(self, t, v, tb):
        """Nothing: a path holds nothing."""

    @classmethod
    def cwd(cls):
        """The current directory."""
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        """The user's directory."""
        return cls("~").expanduser()

    def samefile(self, other_path):
        """Whether another path leads to the same file."""
        other = other_path.stat() if hasattr(other_path, "stat") else self.__class__(other_path).stat()
        return os.path.samestat(self.stat(), other)

    # ---- finding

    def iterdir(self):
        """Yields what is in the directory, in no order."""
        for name in os.listdir(self):
            yield self._child(name)

    def glob(self, pattern):
        """Yields the paths below this one that fit a pattern; ** is any number
        of directories."""
        sys.audit("pathlib.Path.glob", self, pattern)
        return self._glob(pattern, [])

    def rglob(self, pattern):
        """glob("**/" + pattern)"""
        sys.audit("pathlib.Path.rglob", self, pattern)
        return self._glob(pattern, ["**"])

    def _glob(self, pattern, first):
        if not pattern and not first:
            raise ValueError("Unacceptable pattern: {!r}".format(pattern))
        drv, root, parts = self._parse((pattern,))
        if drv or root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        if pattern[-1:] in (self._flavour.sep, self._flavour.altsep or "/"):
            parts.append("")
        return self._selected(first + parts)

    def _selected(self, parts):
        for part in parts:
            if "**" in part and part != "**":
                raise ValueError("Invalid pattern: '**' can only be an entire path component")
        if not self.is_dir():
            return iter(())
        return self._select(parts, set() if parts.count("**") > 1 else None)

    def _select(self, parts, seen):
        """Yields what fits the parts of a pattern; seen holds what was there
        already, where it may come twice."""
        if not parts:
            yield self
            return
        part, rest = parts[0], parts[1:]
        if part == "**":
            for folder in self._folders():
                for path in folder._select(rest, seen):
                    if seen is None:
                        yield path
                    elif path not in seen:
                        seen.add(path)
                        yield path
        elif part == "..":
            path = self._child("..")
            yield from path._select(rest, seen)
        elif part == "" or not _magic(part):
            path = self._child(part) if part else self
            if path.is_dir() if rest or not part else path.exists():
                yield from path._select(rest, seen)
        else:
            fits = _pattern(part, re.IGNORECASE if self._flavour is _windows_flavour else 0)
            for entry in self._entries():
                if fits(entry.name) and (not rest or _holds_entries(entry)):
                    yield from self._child(entry.name)._select(rest, seen)

    def _folders(self):
        """Yields this directory and all below it, but not by links."""
        yield self
        for entry in self._entries():
            if _holds_entries(entry, follow_symlinks=False):
                yield from self._child(entry.name)._folders()

    def _entries(self):
        """What is in this directory; nothing if it may not be read."""
        try:
            with os.scandir(self) as entries:
                return list(entries)
        except PermissionError:
            return []

    # ---- names

    def absolute(self):
        """The path from the root on; ".." and links stay."""
        if self.is_absolute():
            return self
        drv, root, parts = self._parse((os.getcwd(), self))
        return self._made(drv, root, parts)

    def resolve(self, strict=False):
        """The absolute path without links and ".."; strict: it must exist."""
        try:
            text = os.path.realpath(self, strict=strict)
        except OSError as e:
            if e.errno == ELOOP:
                raise RuntimeError("Symlink loop from %r" % e.filename)
            raise
        path = self.__class__(text)
        if not strict:
            try:
                path.stat()
            except OSError as e:
                if e.errno == ELOOP:
                    raise RuntimeError("Symlink loop from %r" % e.filename)
        return path

    def expanduser(self):
        """The path with ~ and ~user replaced."""
        if not self._drv and not self._root and self._parts and self._parts[0][:1] == "~":
            home = os.path.expanduser(self._parts[0])
            if home[:1] == "~":
                raise RuntimeError("Could not determine home directory.")
            drv, root, parts = self._parse((home,))
            return self._made(drv, root, parts + self._parts[1:])
        return self

    def readlink(self):
        """What a link leads to."""
        return self.__class__(os.readlink(self))

    # ---- questions

    def stat(self, *, follow_symlinks=True):
        """os.stat(path)"""
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        """The same of a link itself."""
        return self.stat(follow_symlinks=False)

    def owner(self):
        """The name of the file's owner."""
        try:
            import pwd
        except ImportError:
            raise NotImplementedError("Path.owner() is unsupported on this system")
        return pwd.getpwuid(self.stat().st_uid).pw_name

    def group(self):
        """The name of the file's group."""
        try:
            import grp
        except ImportError:
            raise NotImplementedError("Path.group() is unsupported on this system")
        return grp.getgrgid(self.stat().st_gid).gr_name

    def exists(self):
        """Whether there is such a file."""
        try:
            self.stat()
        except OSError as e:
            if not _absent(e):
                raise
            return False
        except ValueError:
            return False
        return True

    is_dir, is_file = _kind_test(S_ISDIR), _kind_test(S_ISREG)
    is_symlink = _kind_test(S_ISLNK, False)
    is_block_device, is_char_device = _kind_test(S_ISBLK), _kind_test(S_ISCHR)
    is_fifo, is_socket = _kind_test(S_ISFIFO), _kind_test(S_ISSOCK)

    def is_mount(self):
        """Whether another file system begins here."""
        if not self.exists() or not self.is_dir():
            return False
        try:
            above = self.parent.stat().st_dev
        except OSError:
            return False
        return self.stat().st_dev != above or self.stat().st_ino == self.parent.stat().st_ino

    # ---- contents

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        """open(path, ...)"""
        if "b" not in mode:
            encoding = io.text_encoding(encoding)
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        """All bytes of the file."""
        with self.open(mode="rb") as f:
            return f.read()

    def read_text(self, encoding=None, errors=None):
        """All text of the file."""
        encoding = io.text_encoding(encoding)
        with self.open(mode="r", encoding=encoding, errors=errors) as f:
            return f.read()

    def write_bytes(self, data):
        """Makes the file one with these bytes; returns how many they are."""
        view = memoryview(data)
        with self.open(mode="wb") as f:
            return f.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        """Makes the file one with this text; returns its length."""
        if not isinstance(data, str):
            raise TypeError("data must be str, not %s" % data.__class__.__name__)
        encoding = io.text_encoding(encoding)
        with self.open(mode="w", encoding=encoding, errors=errors, newline=newline) as f:
            return f.write(data)

    # ---- changes

    def touch(self, mode=0o666, exist_ok=True):
        """Makes an empty file, or a file's times those of now."""
        if exist_ok:
            try:
                os.utime(self, None)
            except OSError:
                pass
            else:
                return
        flags = os.O_CREAT | os.O_WRONLY
        if not exist_ok:
            flags |= os.O_EXCL
        os.close(os.open(self, flags, mode))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        """Makes a directory, with parents those above it too."""
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def chmod(self, mode, *, follow_symlinks=True):
        """os.chmod(path, mode)"""
        if follow_symlinks:
            os.chmod(self, mode)
        else:
            os.chmod(self, mode, follow_symlinks=False)

    def lchmod(self, mode):
        """The same of a link itself."""
        self.chmod(mode, follow_symlinks=False)

    def unlink(self, missing_ok=False):
        """Removes the file."""
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        """Removes the directory, which must be empty."""
        os.rmdir(self)

    def rename(self, target):
        """Gives the file another name; returns the new path."""
        os.rename(self, target)
        return self.__class__(target)

    def replace(self, target):
        """The same, in place of a file that has it."""
        os.replace(self, target)
        return self.__class__(target)

    def symlink_to(self, target, target_is_directory=False):
        """Makes this path a symbolic link to another one."""
        os.symlink(target, self, target_is_directory)

    def hardlink_to(self, target):
        """Makes this path another name of a file."""
        os.link(target, self)

    def link_to(self, target):
        """Makes another path a name of this file."""
        import warnings
        warnings.warn("pathlib.Path.link_to() is deprecated and is scheduled for removal in Python 3.12. "
                      "Use pathlib.Path.hardlink_to() instead.", DeprecationWarning, stacklevel=2)
        self.__class__(target).hardlink_to(self)


def _magic(text):
    return any(c in text for c in "*?[")


class PosixPath(Path, PurePosixPath):
    """A path of a POSIX system, this one."""

    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    """A path of a Windows system, this one."""

    __slots__ = ()

    def is_mount(self):
        raise NotImplementedError("Path.is_mount() is unsupported on this system")
