// A moment in which the command is not interrupted.

#ifndef PITH_TOOLS_PITH_SIGNALS_HELD_H_
#define PITH_TOOLS_PITH_SIGNALS_HELD_H_

#include <csignal>

namespace pith::command {

// While it lives, Ctrl-C and its like wait: a file is put in place whole, and its temporary one is not left behind.
class SignalsHeld {
 public:
  SignalsHeld() {
    sigset_t held;
    sigemptyset(&held);
    for (int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&held, signal);
    pthread_sigmask(SIG_BLOCK, &held, &before_);
  }
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;
  ~SignalsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_;
};

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_SIGNALS_HELD_H_
