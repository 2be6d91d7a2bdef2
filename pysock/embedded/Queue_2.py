"""Queues between threads: FIFO, LIFO and by priority."""

import threading as _threading
import heapq
from collections import deque
from _queues import *
from _queues import __all__
