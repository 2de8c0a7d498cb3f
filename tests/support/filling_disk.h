#pragma once

#include "core/base/file_ops.h"

#include <cerrno>

namespace fusefind {

// A disk with room for so many more bytes; the write that crosses the end is torn, later ones fail.
class FillingDisk : public FileOps {
public:
    explicit FillingDisk(size_t room) : room_(room) {}

    ssize_t write(int fd, const void* data, size_t size) override {
        if (room_ == 0) {
            errno = ENOSPC;
            return -1;
        }
        const ssize_t written = FileOps::write(fd, data, size < room_ ? size : room_);
        if (written > 0) room_ -= static_cast<size_t>(written);
        return written;
    }

private:
    size_t room_;
};

} // namespace fusefind
