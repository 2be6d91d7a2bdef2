# site: concurrent.futures imports much
import concurrent.futures as futures
import threading
import time

with futures.ThreadPoolExecutor(3, thread_name_prefix='pool') as ex:
    print(list(ex.map(pow, [2] * 5, range(5))))
    fs = [ex.submit(lambda n=n: n * n) for n in range(5)]
    print(sorted(f.result() for f in futures.as_completed(fs)))
    f = ex.submit(lambda: 1 / 0)
    print(repr(f.exception()))
    try:
        f.result()
    except ZeroDivisionError as e:
        print('raised', e)
    print(futures.wait(fs + [f]).not_done)
    print(ex.submit(lambda: threading.current_thread().name.startswith('pool_')).result())
try:
    ex.submit(print)
except RuntimeError as e:
    print(e)

gate = threading.Event()
ex = futures.ThreadPoolExecutor(1)
running = ex.submit(gate.wait)
waiting = ex.submit(print, 'never')
try:
    running.result(timeout=0.01)
except TimeoutError as e:
    print(type(e).__name__)
print(waiting.cancel(), waiting.cancelled(), waiting.done())
try:
    waiting.result()
except futures.CancelledError as e:
    print(type(e).__name__)
called = []
running.add_done_callback(called.append)
gate.set()
print(running.result(), running.cancel())
ex.shutdown()
print(called == [running])
f = futures.Future()
f.set_result(1)
try:
    f.set_result(2)
except futures.InvalidStateError as e:
    print(str(e)[:20])
try:
    futures.ThreadPoolExecutor(0)
except ValueError as e:
    print(e)
