import time

for name in "monotonic", "perf_counter", "process_time", "thread_time", "time":
    a = getattr(time, name)()
    b = getattr(time, name + "_ns")()
    print(name, type(a), type(b), abs(b / 1e9 - a) < 5, time.get_clock_info(name))
print(time.clock_gettime(time.CLOCK_REALTIME) - time.time() < 5)
print(f"{time.gmtime(0).tm_zone!r:>10}", time.gmtime(0).tm_gmtoff)
for text, form in ("", "%D"), ("19", "%Y %"), ("x", "%Y"):
    try:
        time.strptime(text, form)
    except ValueError as e:
        print(e, e.__suppress_context__)
