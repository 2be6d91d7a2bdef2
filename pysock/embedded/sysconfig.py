"""Where Python is and how it was built, as far as a binary that is all there is
of it can tell: what describes CPython's makefile isn't known."""

import sys

__all__ = ['get_config_var', 'get_config_vars', 'get_platform', 'get_python_version']


def get_python_version():
    """The version, as in 3.11."""
    return '%d.%d' % sys.version_info[:2]


def get_platform():
    """The system and machine, as in linux-x86_64."""
    import os
    system, _, release, _, machine = os.uname()
    if system == 'Darwin':
        import platform
        system, machine = 'macosx-' + '.'.join(platform.mac_ver()[0].split('.')[:2]), machine
    return '%s-%s' % (system.lower(), machine.replace('/', '-'))


def get_config_vars(*args):
    """All that is known by name, or the values of names: None for what isn't."""
    known = {'prefix': sys.prefix, 'exec_prefix': sys.exec_prefix, 'py_version': sys.version.split()[0],
             'py_version_short': get_python_version(), 'py_version_nodot': '%d%d' % sys.version_info[:2]}
    return [known.get(name) for name in args] if args else known


def get_config_var(name):
    """The value of a name."""
    return get_config_vars().get(name)


def is_python_build(check_home=False):
    """Whether Python runs from the folder it was built in: False."""
    return False
