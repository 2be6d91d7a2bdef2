import socket

# Methods of the class, called with something else than a socket.
for name, arg in [("recv", 1024), ("bind", ("", 1)), ("send", None)]:
    try:
        getattr(socket.socket, name)(arg)
    except TypeError as e:
        print(name, e)
for name in ["recv", "send", "bind"]:
    try:
        getattr(socket.socket, name)()
    except TypeError as e:
        print(name, e)
