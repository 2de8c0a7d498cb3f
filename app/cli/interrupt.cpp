#include "app/cli/interrupt.h"

#include "app/cli/output.h"

#include <unistd.h>

#include <csignal>
#include <thread>

namespace fusefind {

std::stop_token stopOnInterrupt() {
    sigset_t signals;
    ::sigemptyset(&signals);
    ::sigaddset(&signals, SIGINT);
    ::sigaddset(&signals, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::stop_source stop;
    // Waits in sigwait for as long as the process lives, hence detached.
    std::thread([signals, stop]() mutable {
        int signal = 0;
        ::sigwait(&signals, &signal);
        stop.request_stop();
        ::sigwait(&signals, &signal);
        ::_exit(kExitCancelled);
    }).detach();
    return stop.get_token();
}

} // namespace fusefind
