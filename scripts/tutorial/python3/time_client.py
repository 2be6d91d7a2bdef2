import socket

def main():
    sock = socket.socket(socket.AF_INET,
                         socket.SOCK_STREAM)
    sock.connect(("", 27285))
    tm = sock.recv(1024)
    sock.close()
    print("Time is %s" % tm.decode())

if __name__ == "__main__":
    main()
