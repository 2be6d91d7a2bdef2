"""glob and iglob with arguments by name alone."""

import os
from glob import _iglob, _recursive

__name__ = 'glob'


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The names of the files that match, one after the other."""
    if root_dir is not None:
        root_dir = os.fspath(root_dir)
    else:
        root_dir = pathname[:0]
    it = _iglob(pathname, root_dir, recursive, False, include_hidden)
    if recursive and _recursive(pathname[:2]):
        return (p for p in it if p)
    return it


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """A list of the names of the files that match. With recursive, ** is any
    number of folders."""
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden))
