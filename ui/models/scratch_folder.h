#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QTemporaryDir>
#include <memory>

namespace fusefind {

// Files of this window's own for what was pasted or recorded, in the application's cache folder; gone with this object.
class ScratchFolder {
public:
    // The path of a new file of these bytes. Errors: io.
    Result<std::filesystem::path> write(const std::filesystem::path& name, const QByteArray& bytes);

private:
    std::unique_ptr<QTemporaryDir> folder_; // made on first use
};

} // namespace fusefind
