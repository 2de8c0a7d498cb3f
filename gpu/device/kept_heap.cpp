#include "gpu/device/kept_heap.h"

#include <limits> // which says whether this is glibc, too

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace fusefind {

#ifdef __GLIBC__

KeptHeap::KeptHeap() {
    ::mallopt(M_MMAP_MAX, 0); // a mapping of its own would go back with the block
    ::mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
}

KeptHeap::~KeptHeap() {
    // glibc's usual number, and the largest thresholds that it would come to by itself: once set, they stay.
    ::mallopt(M_MMAP_MAX, 65'536);
    ::mallopt(M_MMAP_THRESHOLD, 32 << 20);
    ::mallopt(M_TRIM_THRESHOLD, 64 << 20);
    ::malloc_trim(0);
}

#else

KeptHeap::KeptHeap() = default;
KeptHeap::~KeptHeap() = default;

#endif

} // namespace fusefind
