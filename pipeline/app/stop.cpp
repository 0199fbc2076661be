#include "app/stop.hpp"

#include <csignal>

namespace paraphe::app {
namespace {

// A signal handler can reach nothing but a global.
volatile std::sig_atomic_t stop_asked = 0;

void ask(int) { stop_asked = 1; }

void handle(void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
}

}  // namespace

StopSignals::StopSignals() {
    stop_asked = 0;
    handle(ask);
}

StopSignals::~StopSignals() { handle(SIG_DFL); }

bool StopSignals::asked() const { return stop_asked != 0; }

}  // namespace paraphe::app
