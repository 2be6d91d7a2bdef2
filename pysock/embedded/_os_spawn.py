"""Other programs, beside this one."""

import posix as _posix

__name__ = 'os'


def _spawn(mode, file, args, env, search):
    import os
    if not isinstance(args, (tuple, list)):
        raise TypeError('argv must be a tuple or a list')
    if not args or not args[0]:
        raise ValueError('argv first element cannot be empty')
    if mode not in (os.P_WAIT, os.P_NOWAIT):
        raise ValueError('invalid mode: %r' % (mode,))
    names = [file]
    if search and '/' not in file:
        path = (os.environ if env is None else env).get('PATH', os.defpath)
        names = [os.path.join(folder, file) for folder in path.split(':')]
    try:
        pid = _posix._spawn(names, list(args), env, None, (0, 1, 2), None, False, -1, -1, -1, None, -1, file)
    except OSError:
        # Elsewhere it is the forked child that finds out, and ends with 127.
        if mode == os.P_WAIT:
            return 127
        raise
    if mode == os.P_NOWAIT:
        return pid
    status = _posix.waitpid(pid, 0)[1]
    return -(status & 0x7f) if status & 0x7f else status >> 8 & 0xff


def spawnv(mode, file, args):
    """Start a program: its number with P_NOWAIT, how it ended with P_WAIT."""
    return _spawn(mode, file, args, None, False)


def spawnve(mode, file, args, env):
    """As spawnv, with an environment."""
    return _spawn(mode, file, args, env, False)


def spawnvp(mode, file, args):
    """As spawnv; the program is looked for on PATH."""
    return _spawn(mode, file, args, None, True)


def spawnvpe(mode, file, args, env):
    """As spawnve; the program is looked for on PATH."""
    return _spawn(mode, file, args, env, True)


def spawnl(mode, file, *args):
    """As spawnv, with the arguments one by one."""
    return spawnv(mode, file, args)


def spawnle(mode, file, *args):
    """As spawnve; the last argument is the environment."""
    return spawnve(mode, file, args[:-1], args[-1])


def spawnlp(mode, file, *args):
    """As spawnvp, with the arguments one by one."""
    return spawnvp(mode, file, args)


def spawnlpe(mode, file, *args):
    """As spawnvpe; the last argument is the environment."""
    return spawnvpe(mode, file, args[:-1], args[-1])
