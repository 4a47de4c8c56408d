/*
 * Gives the programs that load it another day: their time is CLOCK_AHEAD seconds ahead of the machine's. Waiting and everything that
 * counts seconds goes on as it does, and files keep the times that they have.
 */
#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static time_t ahead(void) {
  static time_t seconds;
  static int is_known;
  if (!is_known) {
    const char *text = getenv("CLOCK_AHEAD");
    seconds = text ? strtol(text, NULL, 10) : 0;
    is_known = 1;
  }
  return seconds;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
  int fault = syscall(SYS_clock_gettime, clock, now);
  if (fault == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->tv_sec += ahead();
  return fault;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
  (void)zone;
  struct timespec time;
  int fault = clock_gettime(CLOCK_REALTIME, &time);
  if (fault == 0) *now = (struct timeval){.tv_sec = time.tv_sec, .tv_usec = time.tv_nsec / 1000};
  return fault;
}

time_t time(time_t *seconds) {
  struct timespec now;
  if (clock_gettime(CLOCK_REALTIME, &now) != 0) return (time_t)-1;
  if (seconds) *seconds = now.tv_sec;
  return now.tv_sec;
}
