#pragma once

namespace fusefind {

// As long as one lives, what is freed stays with the process. A training takes and gives back the same some hundred MB
// at every step; from the system they would come as new pages, each of which is cleared first. At the end all that is
// free goes back; of two at once the first end is that of both. Of glibc's heap: elsewhere it does nothing.
class KeptHeap {
public:
    KeptHeap();
    ~KeptHeap();
    KeptHeap(const KeptHeap&) = delete;
    KeptHeap& operator=(const KeptHeap&) = delete;
};

} // namespace fusefind
