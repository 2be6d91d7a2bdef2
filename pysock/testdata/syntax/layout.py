if 1: x = 1; y = 2
print(x, y);
if x:

    # comment at odd indent
  # another
    print("a")
	
    print("b")
if 1:
  if 2:
            print("deep")
  print("back")
x = (1,
2,
        3)
print(x)
y = 1 + \
    2
print(y)
def f(): return 1
def g(a,
      b=2,
      ): return a + b
print(f(), g(1,
   ))
if 1: pass
else: pass
for i in range(2): print(i); print("-")
d = {
    "a": 1,
    # comment

    "b": 2,
}
print(sorted(d))
class_ = 1; print(class_)
while 0: pass
print("form feed")

print("after form feed")
  # comment at end
