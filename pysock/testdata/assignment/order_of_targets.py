# Targets are assigned from left to right, and what each of them names is looked
# up when its turn comes.
from __future__ import print_function

class Node(object):
    def __init__(self, v, next=None): self.v, self.next = v, next

def reverse(cur):
    prev = None
    while cur:
        cur.next, prev, cur = prev, cur, cur.next
    return prev

l = reverse(Node(1, Node(2, Node(3))))
while l:
    print(l.v)
    l = l.next

def mixed():
    a, i = [1, 2, 0], 0
    i, a[i] = 1, 9
    print(a, i)
    a[i], i = 7, 2
    print(a, i)
    (a[i], i), a = (8, 0), a[:]
    print(a, i)
    for a[i], i in (5, 1), (6, 2), (7, 0): print(a, i)
    print([(a[:], i) for a[i], i in [(3, 1), (4, 2)]])
    try:
        a.x, i = 1, 'not assigned'
    except AttributeError as e:
        print(e, i)
    try:
        i, a.x = 'assigned', 1
    except AttributeError as e:
        print(e, i)

mixed()

a, i = [1, 2, 0], 0
def bump():
    global i, a
    i += 1
    a = a + [i]
    return 5
a[i] += bump()
print(a, i)
class Box(object): v = 1
box = Box()
old = box
def swap():
    global box
    box = Box()
    box.v = 10
    return 100
box.v += swap()
print(box.v, old.v)

def local():
    x = [1, 2, 3]
    k = 0
    def change():
        return 7
    x[k] += change()
    print(x)
local()

def unbound():
    try:
        late[0], late = 1, 2
    except UnboundLocalError as e:
        print('unbound')
    try:
        late.x, late = 1, 2
    except UnboundLocalError as e:
        print('unbound')
unbound()
