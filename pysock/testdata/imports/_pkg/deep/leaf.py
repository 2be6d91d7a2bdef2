from .. import from_init
from ..sub import what
from . import twig
from .twig import TWIG as T
NAME = "leaf"
def parents():
    return from_init, what, twig.TWIG, T, __package__ or "none"
