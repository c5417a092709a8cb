// Stands between a program and its disk (LD_PRELOAD): counts the calls that concern the journal's files, and lets one of them fail,
// kills the process at one of them, makes each of them take its time, or writes all of them down. What to do is said by the environment:
//   FAULTS_DIR      the data directory; only journal.db* and acks in it are concerned
//   FAULTS_MODE     fail | kill | slow | log
//   FAULTS_AT       number of the call, from 1 on
//   FAULTS_ERRNO    the error of fail
//   FAULTS_FOREVER  1: all later calls fail too
//   FAULTS_WHEN     a file: calls count only once it exists
//   FAULTS_MS       milliseconds that each call takes when slow
//   FAULTS_LOG      the file of log
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { MOST_FILES = 4096, FAIL = 1, KILL = 2, LOG = 3, SLOW = 4 };
enum { WRITE = 1, SYNC = 2, TRUNCATE = 3, UNLINK = 4 };

struct record { uint32_t operation, file; uint64_t offset, length; };

static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
static char files[MOST_FILES];  // what a descriptor stands for: 'd'atabase, 'w'al, 's'hm, 'a'cks, or 0
static const char *directory, *when;
static int mode, fault, forever, log_file = -1;
static long at, calls, milliseconds;

#define REAL(type, name, ...) \
  static type (*real)(__VA_ARGS__); \
  if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

__attribute__((constructor)) static void begin(void) {
  const char *word = getenv("FAULTS_MODE");
  directory = getenv("FAULTS_DIR");
  if (!word || !directory) return;
  when = getenv("FAULTS_WHEN");
  at = getenv("FAULTS_AT") ? atol(getenv("FAULTS_AT")) : 0;
  fault = getenv("FAULTS_ERRNO") ? atoi(getenv("FAULTS_ERRNO")) : EIO;
  forever = getenv("FAULTS_FOREVER") != NULL;
  milliseconds = getenv("FAULTS_MS") ? atol(getenv("FAULTS_MS")) : 0;
  if (getenv("FAULTS_LOG")) log_file = open(getenv("FAULTS_LOG"), O_WRONLY | O_CREAT | O_APPEND, 0600);
  mode = !strcmp(word, "fail") ? FAIL : !strcmp(word, "kill") ? KILL : !strcmp(word, "slow") ? SLOW : LOG;
}

static char kind_of(const char *path) {
  size_t length = directory ? strlen(directory) : 0;
  if (!mode || !path || strncmp(path, directory, length) || path[length] != '/') return 0;
  const char *name = path + length + 1;
  if (!strcmp(name, "journal.db")) return 'd';
  if (!strcmp(name, "journal.db-wal")) return 'w';
  if (!strcmp(name, "journal.db-shm")) return 's';
  return strcmp(name, "acks") ? 0 : 'a';
}

static char file_of(int descriptor) { return descriptor >= 0 && descriptor < MOST_FILES ? files[descriptor] : 0; }

// The gate is held. What is acknowledged is noted, and never made to fail.
static int turn(char file) {
  if (file == 'a' || mode == LOG || (when && access(when, F_OK))) return 0;
  calls++;
  // One after the other, as on a disk with one arm.
  if (mode == SLOW) usleep((useconds_t)milliseconds * 1000);
  if (mode == FAIL) return calls == at || (forever && calls > at) ? fault : 0;
  if (mode == KILL && calls == at) kill(getpid(), SIGKILL);
  return 0;
}

// The gate is held, so the order in the log is the order on the disk.
static void note(int operation, char file, uint64_t offset, const void *data, uint64_t length) {
  if (mode != LOG || file == 's') return;
  REAL(ssize_t, "write", int, const void *, size_t);
  struct record record = { (uint32_t)operation, (uint32_t)file, offset, length };
  if (real(log_file, &record, sizeof record) != sizeof record) abort();
  if (data && real(log_file, data, length) != (ssize_t)length) abort();
}

static int opened(int descriptor, char kind) {
  if (descriptor >= 0 && descriptor < MOST_FILES) files[descriptor] = kind;
  return descriptor;
}

#define OPEN(name, first, ...) \
  char kind = kind_of(path); \
  mode_t permissions = 0; \
  if (flags & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); permissions = va_arg(rest, mode_t); va_end(rest); } \
  if (kind) { \
    pthread_mutex_lock(&gate); \
    int wrong = turn(kind); \
    pthread_mutex_unlock(&gate); \
    if (wrong) { errno = wrong; return -1; } \
  } \
  return opened(real(__VA_ARGS__), kind)

int open(const char *path, int flags, ...) { REAL(int, "open", const char *, int, ...); OPEN("open", path, path, flags, permissions); }
int open64(const char *path, int flags, ...) { REAL(int, "open64", const char *, int, ...); OPEN("open64", path, path, flags, permissions); }
int openat(int at_directory, const char *path, int flags, ...) { REAL(int, "openat", int, const char *, int, ...); OPEN("openat", path, at_directory, path, flags, permissions); }
int openat64(int at_directory, const char *path, int flags, ...) { REAL(int, "openat64", int, const char *, int, ...); OPEN("openat64", path, at_directory, path, flags, permissions); }

int close(int descriptor) {
  REAL(int, "close", int);
  if (descriptor >= 0 && descriptor < MOST_FILES) files[descriptor] = 0;
  return real(descriptor);
}

static ssize_t write_at(ssize_t (*real)(int, const void *, size_t, off_t), int descriptor, const void *data, size_t length, off_t offset) {
  char file = file_of(descriptor);
  if (!file) return real(descriptor, data, length, offset);
  pthread_mutex_lock(&gate);
  // A process that dies in the middle of a write leaves a part of it.
  if (mode == KILL && file != 'a' && calls + 1 == at && at % 2) real(descriptor, data, length / 2, offset);
  int wrong = turn(file);
  ssize_t written = wrong ? -1 : real(descriptor, data, length, offset);
  int reason = wrong ? wrong : errno;
  if (written > 0) note(WRITE, file, (uint64_t)offset, data, (uint64_t)written);
  pthread_mutex_unlock(&gate);
  errno = reason;
  return written;
}

ssize_t pwrite(int descriptor, const void *data, size_t length, off_t offset) {
  REAL(ssize_t, "pwrite", int, const void *, size_t, off_t);
  return write_at(real, descriptor, data, length, offset);
}

ssize_t pwrite64(int descriptor, const void *data, size_t length, off_t offset) {
  REAL(ssize_t, "pwrite64", int, const void *, size_t, off_t);
  return write_at(real, descriptor, data, length, offset);
}

ssize_t write(int descriptor, const void *data, size_t length) {
  REAL(ssize_t, "write", int, const void *, size_t);
  char file = file_of(descriptor);
  if (!file) return real(descriptor, data, length);
  pthread_mutex_lock(&gate);
  off_t offset = lseek(descriptor, 0, SEEK_CUR);
  int wrong = turn(file);
  ssize_t written = wrong ? -1 : real(descriptor, data, length);
  int reason = wrong ? wrong : errno;
  if (written > 0) note(WRITE, file, (uint64_t)offset, data, (uint64_t)written);
  pthread_mutex_unlock(&gate);
  errno = reason;
  return written;
}

#define SIMPLE(operation, file, offset, call) \
  char concerned = file; \
  if (!concerned) return call; \
  pthread_mutex_lock(&gate); \
  int wrong = turn(concerned); \
  int answer = wrong ? -1 : call; \
  int reason = wrong ? wrong : errno; \
  if (!answer) note(operation, concerned, (uint64_t)(offset), NULL, 0); \
  pthread_mutex_unlock(&gate); \
  errno = reason; \
  return answer

int fsync(int descriptor) { REAL(int, "fsync", int); SIMPLE(SYNC, file_of(descriptor), 0, real(descriptor)); }
int fdatasync(int descriptor) { REAL(int, "fdatasync", int); SIMPLE(SYNC, file_of(descriptor), 0, real(descriptor)); }
int ftruncate(int descriptor, off_t length) { REAL(int, "ftruncate", int, off_t); SIMPLE(TRUNCATE, file_of(descriptor), length, real(descriptor, length)); }
int ftruncate64(int descriptor, off_t length) { REAL(int, "ftruncate64", int, off_t); SIMPLE(TRUNCATE, file_of(descriptor), length, real(descriptor, length)); }
int unlink(const char *path) { REAL(int, "unlink", const char *); SIMPLE(UNLINK, kind_of(path), 0, real(path)); }
