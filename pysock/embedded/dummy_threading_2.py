"""Module threading, under the name of the one for systems without threads."""

from threading import *
from threading import __all__, ThreadError
