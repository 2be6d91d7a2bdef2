import sys
print("out")
sys.exit(3)
# ---
import sys
sys.exit("message to stderr")
# ---
import sys
sys.exit()
# ---
import sys
sys.exit(None)
# ---
exit(4)
# site: exit and quit are from there
# ---
quit()
# ---
import sys
def f():
    sys.exit([1, 2])
f()
# ---
import sys
sys.exit(True)
# ---
import sys
sys.exit(256 + 7)
# ---
import sys
sys.exit(-1)
# ---
import sys
sys.stderr.write("err\n")
sys.stdout.write("no newline")
# ---
import sys
print("a")
sys.exit((1, "x"))
# ---
import sys
sys.exit(2.5)
# ---
import sys
sys.exit(0)
