import socket
import time

def main():
    sock = socket.socket(socket.AF_INET,
                         socket.SOCK_STREAM)
    sock.bind(("", 27285))
    sock.listen(5)
    while 1:
        client, addr = sock.accept()
        print "Connection from" , addr
        client.send(time.ctime(time.time()))
        client.close()

if __name__ == "__main__":
    main()
