#pragma once

#include "ui/models/folder_size.h"
#include "ui/models/library_state.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace fusefind {

// Where everything that the program writes lies, and how much it is.
class DataPage : public QWidget {
    Q_OBJECT

public:
    // Without `dataDir`, the folder that the engine names.
    DataPage(LibraryState& state, std::filesystem::path dataDir, QWidget* parent = nullptr);

private:
    void show(const std::filesystem::path& dataDir);
    void follow();

    LibraryState& state_;
    std::filesystem::path dataDir_;
    QLabel* path_ = nullptr;
    QLabel* size_ = nullptr;
    QLabel* problem_ = nullptr;
    QPushButton* open_ = nullptr;
    FolderSize measuring_;
};

} // namespace fusefind
