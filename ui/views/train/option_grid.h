#pragma once

#include <QtWidgets/QScrollArea>
#include <vector>

class QLineEdit;

namespace fusefind {

struct RecipeOption;

// Every option of the recipe with a line of explanation; what is left empty stays automatic.
class OptionGrid : public QScrollArea {
    Q_OBJECT

public:
    explicit OptionGrid(QWidget* parent = nullptr);

    // By name, as the command line takes them.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> options() const;
    // What cannot be understood, as a sentence; empty if all can.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void changed();

private:
    struct Row {
        const RecipeOption* option = nullptr;
        QLineEdit* edit = nullptr;
    };
    std::vector<Row> rows_;
};

} // namespace fusefind
