import socket

def main():
    sock = socket.socket(socket.AF_INET,
                         socket.SOCK_DGRAM)
    sock.bind(("", 27281))
    while 1:
        data, address = sock.recvfrom(256)
        print("Adress %s said %s" % (address[0], data.decode()))

if __name__ == "__main__":
    main()
