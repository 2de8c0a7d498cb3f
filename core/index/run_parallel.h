#pragma once

#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace fusefind {

// Runs work(next, n) on `threads` threads, the caller's among them; each takes indices below n with next++ until there
// are none. The first exception stops all and is thrown on. Plain threads, not TBB, whose library hides its hand-overs
// from the thread sanitizer.
template <class Work>
void runParallel(size_t n, unsigned threads, const Work& work) {
    std::atomic<size_t> next{0};
    std::exception_ptr failure;
    std::mutex failureMutex;
    const auto loop = [&] {
        try {
            work(next, n);
        } catch (...) {
            next = n;
            const std::lock_guard lock(failureMutex);
            if (!failure) failure = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> helpers;
        try {
            for (unsigned i = 1; i < threads; ++i)
                helpers.emplace_back(loop);
        } catch (const std::system_error&) { // no more threads to be had: those that there are do the work
        }
        loop();
    }
    if (failure) std::rethrow_exception(failure);
}

} // namespace fusefind
