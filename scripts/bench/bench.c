// The benchmarks of this folder in C, as the measure of what the kernel itself
// takes: bench NAME.py [ARG...] does what that script does, and prints the same.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec + t.tv_nsec / 1e9;
}

static long must(long n, const char *what) {
	if (n < 0) {
		perror(what);
		exit(1);
	}
	return n;
}

static struct sockaddr_in loopback(int port) {
	struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons(port)};
	a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	return a;
}

// served is a bound socket, whose port it prints.
static int served(int type) {
	int fd = must(socket(AF_INET, type, 0), "socket"), one = 1;
	struct sockaddr_in a = loopback(0);
	socklen_t size = sizeof a;
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
	must(bind(fd, (struct sockaddr *)&a, size), "bind");
	if (type == SOCK_STREAM)
		must(listen(fd, 5), "listen");
	getsockname(fd, (struct sockaddr *)&a, &size);
	printf("%d\n", ntohs(a.sin_port));
	fflush(stdout);
	return fd;
}

static int connected(int port) {
	int fd = must(socket(AF_INET, SOCK_STREAM, 0), "socket");
	struct sockaddr_in a = loopback(port);
	must(connect(fd, (struct sockaddr *)&a, sizeof a), "connect");
	return fd;
}

static void nodelay(int fd) {
	int one = 1;
	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
}

static void send_all(int fd, const char *p, size_t n) {
	while (n > 0) {
		size_t sent = must(send(fd, p, n, 0), "send");
		p += sent, n -= sent;
	}
}

static void udp_echo(void) {
	int fd = served(SOCK_DGRAM);
	char buf[256];
	struct sockaddr_in a;
	socklen_t size;
	long n;
	do {
		size = sizeof a;
		n = must(recvfrom(fd, buf, sizeof buf, 0, (struct sockaddr *)&a, &size), "recvfrom");
		sendto(fd, buf, n, 0, (struct sockaddr *)&a, size);
	} while (n > 0);
}

static void udp_rounds(int fd, struct sockaddr_in *a, int count) {
	char data[64], buf[256];
	memset(data, 'x', sizeof data);
	while (count-- > 0) {
		struct sockaddr_in from;
		socklen_t size = sizeof from;
		must(sendto(fd, data, sizeof data, 0, (struct sockaddr *)a, sizeof *a), "sendto");
		must(recvfrom(fd, buf, sizeof buf, 0, (struct sockaddr *)&from, &size), "recvfrom");
	}
}

static void udp_pingpong(int port, int count) {
	int fd = must(socket(AF_INET, SOCK_DGRAM, 0), "socket");
	struct sockaddr_in a = loopback(port);
	udp_rounds(fd, &a, 200);
	double start = now();
	udp_rounds(fd, &a, count);
	double took = now() - start;
	sendto(fd, "", 0, 0, (struct sockaddr *)&a, sizeof a);
	printf("%.2f us a round trip\n", took * 1e6 / count);
}

static void tcp_echo(void) {
	int fd = must(accept(served(SOCK_STREAM), NULL, NULL), "accept");
	char buf[256];
	long n;
	nodelay(fd);
	while ((n = recv(fd, buf, sizeof buf, 0)) > 0)
		send_all(fd, buf, n);
}

static void tcp_rounds(int fd, int count) {
	char data[64], buf[256];
	memset(data, 'x', sizeof data);
	while (count-- > 0) {
		must(send(fd, data, sizeof data, 0), "send");
		must(recv(fd, buf, sizeof buf, 0), "recv");
	}
}

static void tcp_pingpong(int port, int count) {
	int fd = connected(port);
	nodelay(fd);
	tcp_rounds(fd, 200);
	double start = now();
	tcp_rounds(fd, count);
	printf("%.2f us a round trip\n", (now() - start) * 1e6 / count);
}

static void tcp_sink(void) {
	int fd = must(accept(served(SOCK_STREAM), NULL, NULL), "accept");
	char *buf = malloc(1 << 18), text[32];
	long n, total = 0;
	while ((n = recv(fd, buf, 1 << 18, 0)) > 0)
		total += n;
	send_all(fd, text, sprintf(text, "%ld", total));
}

static void tcp_stream(int port, long size, const char *how) {
	int fd = connected(port), all = strcmp(how, "all") == 0;
	size_t part = all ? size : 65536;
	char *data = malloc(part), text[32] = "";
	memset(data, 'x', part);
	double start = now();
	for (long done = 0; done < size; done += part)
		send_all(fd, data, part);
	shutdown(fd, SHUT_WR);
	must(recv(fd, text, sizeof text - 1, 0), "recv");
	double took = now() - start;
	if (atol(text) != size)
		printf("lost %ld bytes\n", size - atol(text));
	printf("%.3f GB/s\n", size / took / 1e9);
}

static void tcp_time(int count) {
	int fd = served(SOCK_STREAM);
	while (count-- > 0) {
		time_t t = time(NULL);
		int c = must(accept(fd, NULL, NULL), "accept");
		char text[26];
		ctime_r(&t, text);
		send(c, text, 24, 0);
		close(c);
	}
}

static void connections(int port, int count) {
	char buf[1024];
	while (count-- > 0) {
		int fd = connected(port);
		must(recv(fd, buf, sizeof buf, 0), "recv");
		close(fd);
	}
}

static void tcp_connect(int port, int count) {
	connections(port, 200);
	double start = now();
	connections(port, count);
	printf("%.0f connections/s\n", count / (now() - start));
}

static void select_many(int count) {
	int fds[500], most = 0;
	for (int i = 0; i < 500; i += 2)
		must(socketpair(AF_UNIX, SOCK_STREAM, 0, fds + i), "socketpair");
	must(send(fds[100], "x", 1, 0), "send");
	double start = now();
	for (int i = 0; i < count; i++) {
		fd_set set;
		struct timeval limit = {1, 0};
		FD_ZERO(&set);
		for (int j = 0; j < 500; j++) {
			FD_SET(fds[j], &set);
			most = fds[j] > most ? fds[j] : most;
		}
		must(select(most + 1, &set, NULL, NULL, &limit), "select");
	}
	printf("%.1f us a select\n", (now() - start) * 1e6 / count);
	struct pollfd polled[500];
	for (int j = 0; j < 500; j++)
		polled[j] = (struct pollfd){fds[j], POLLIN, 0};
	start = now();
	for (int i = 0; i < count; i++)
		must(poll(polled, 500, 1000), "poll");
	printf("%.1f us a poll\n", (now() - start) * 1e6 / count);
	int ep = must(epoll_create1(0), "epoll_create1");
	for (int j = 0; j < 500; j++) {
		struct epoll_event e = {EPOLLIN, {.fd = fds[j]}};
		must(epoll_ctl(ep, EPOLL_CTL_ADD, fds[j], &e), "epoll_ctl");
	}
	start = now();
	for (int i = 0; i < count; i++) {
		struct epoll_event e[500];
		must(epoll_wait(ep, e, 500, 1000), "epoll_wait");
	}
	printf("%.1f us an epoll\n", (now() - start) * 1e6 / count);
}

// A queue with a lock and a condition for those who get.
struct queue {
	pthread_mutex_t lock;
	pthread_cond_t filled;
	int items[1 << 20], head, tail;
};

static struct queue there = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, {0}, 0, 0};
static struct queue back = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, {0}, 0, 0};

static void put(struct queue *q, int item) {
	pthread_mutex_lock(&q->lock);
	q->items[q->tail++ & 0xfffff] = item;
	pthread_cond_signal(&q->filled);
	pthread_mutex_unlock(&q->lock);
}

static int get(struct queue *q) {
	pthread_mutex_lock(&q->lock);
	while (q->head == q->tail)
		pthread_cond_wait(&q->filled, &q->lock);
	int item = q->items[q->head++ & 0xfffff];
	pthread_mutex_unlock(&q->lock);
	return item;
}

static void *take(void *unused) {
	while (get(&there) >= 0)
		;
	put(&back, 0);
	return unused;
}

static void *answer(void *unused) {
	for (int i; (i = get(&there)) >= 0;)
		put(&back, i);
	return unused;
}

static void queue_handoff(int count) {
	pthread_t t;
	for (int i = 0; i < 2; i++) { // Queue and SimpleQueue are the same here
		pthread_create(&t, NULL, take, NULL);
		double start = now();
		for (int j = 0; j < count; j++)
			put(&there, j);
		put(&there, -1);
		get(&back);
		printf("%.3f us an item\n", (now() - start) * 1e6 / count);
		pthread_join(t, NULL);
	}
	pthread_create(&t, NULL, answer, NULL);
	count /= 10;
	double start = now();
	for (int j = 0; j < count; j++) {
		put(&there, j);
		get(&back);
	}
	printf("%.3f us there and back\n", (now() - start) * 1e6 / count);
	put(&there, -1);
	pthread_join(t, NULL);
}

int main(int argc, char **argv) {
	const char *name = argc > 1 ? argv[1] : "";
#define IS(script) (strcmp(name, script ".py") == 0)
#define ARG(i, otherwise) (argc > 1 + (i) ? argv[1 + (i)] : (otherwise))
	int first = atoi(ARG(1, "0"));
	if (IS("udp_echo"))
		udp_echo();
	else if (IS("udp_pingpong"))
		udp_pingpong(first, atoi(ARG(2, "20000")));
	else if (IS("tcp_echo"))
		tcp_echo();
	else if (IS("tcp_pingpong"))
		tcp_pingpong(first, atoi(ARG(2, "20000")));
	else if (IS("tcp_sink"))
		tcp_sink();
	else if (IS("tcp_stream"))
		tcp_stream(first, atol(ARG(2, "1000")) << 20, ARG(3, "parts"));
	else if (IS("tcp_time"))
		tcp_time(atoi(ARG(2, "5200")));
	else if (IS("tcp_connect"))
		tcp_connect(first, atoi(ARG(2, "5000")));
	else if (IS("select_many"))
		select_many(first ? first : 2000);
	else if (IS("queue_handoff"))
		queue_handoff(first ? first : 200000);
	return 0;
}
