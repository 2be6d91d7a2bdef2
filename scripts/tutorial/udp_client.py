import socket

def main():
    sock = socket.socket(socket.AF_INET,
                         socket.SOCK_DGRAM)
    while 1:
        msg = raw_input("msg to send: ")
        if msg:
            sent = sock.sendto(msg,("", 27281))
            print "%d sent" %(sent)
        else:
            break

if __name__ == "__main__":
    main()
