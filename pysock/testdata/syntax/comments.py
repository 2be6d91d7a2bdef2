# coding: utf-8
x = 1 # comment
# comment é
print(x) # print(2)
if x: # c
    # c
    print("in") # c
    # c
# c
else: # c
    pass
print("# in string", '''# in
# triple''') # end
l = [ # a
  1, # b
  # c
]# d
print(l)#
#
