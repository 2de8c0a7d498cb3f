#include "ui/models/folder_size.h"

namespace fusefind {

namespace {

// Files come and go meanwhile: what cannot be read counts for nothing.
qint64 sizeOf(const std::filesystem::path& folder, const std::stop_token& stop) {
    qint64 bytes = 0;
    std::error_code failed;
    std::filesystem::recursive_directory_iterator entry(folder, failed);
    while (!failed && entry != std::filesystem::recursive_directory_iterator() && !stop.stop_requested()) {
        std::error_code ignored;
        if (entry->is_regular_file(ignored) && !entry->is_symlink(ignored))
            if (const auto size = entry->file_size(ignored); !ignored) bytes += static_cast<qint64>(size);
        entry.increment(failed);
    }
    return bytes;
}

} // namespace

void FolderSize::measure(const std::filesystem::path& folder) {
    thread_ = std::jthread([this, folder](const std::stop_token& stop) {
        const qint64 bytes = sizeOf(folder, stop);
        if (!stop.stop_requested()) Q_EMIT measured(bytes); // queued: the receivers live on the GUI thread
    });
}

} // namespace fusefind
