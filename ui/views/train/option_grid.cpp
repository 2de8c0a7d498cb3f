#include "ui/views/train/option_grid.h"

#include "ui/models/recipe_options.h"
#include "ui/views/widgets/headings.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLineEdit>

namespace fusefind {

OptionGrid::OptionGrid(QWidget* parent) : QScrollArea(parent) {
    setAccessibleName(tr("Options of the recipe"));
    setWidgetResizable(true);
    auto* content = new QWidget(this);
    auto* grid = new QGridLayout(content);
    constexpr int kColumns = 14;
    for (const RecipeOption& option : recipeOptions()) {
        const int row = grid->rowCount();
        auto* edit = new QLineEdit(content);
        edit->setPlaceholderText(tr("automatic"));
        edit->setFixedWidth(kColumns * fontMetrics().averageCharWidth());
        edit->setAccessibleName(labelOf(option));
        edit->setAccessibleDescription(explanationOf(option));
        connect(edit, &QLineEdit::textChanged, this, &OptionGrid::changed);
        auto* label = new QLabel(labelOf(option), content);
        label->setTextFormat(Qt::PlainText);
        label->setBuddy(edit);
        grid->addWidget(label, row, 0);
        grid->addWidget(edit, row, 1);
        grid->addWidget(newNote(explanationOf(option), content), row, 2);
        rows_.push_back({&option, edit});
    }
    grid->setColumnStretch(2, 1);
    grid->setRowStretch(grid->rowCount(), 1);
    setWidget(content);
}

std::vector<std::pair<std::string, std::string>> OptionGrid::options() const {
    std::vector<std::pair<std::string, std::string>> set;
    for (const Row& row : rows_)
        if (const auto value = valueFor(*row.option, row.edit->text())) set.emplace_back(row.option->name, *value);
    return set;
}

QString OptionGrid::problem() const {
    for (const Row& row : rows_)
        if (!row.edit->text().trimmed().isEmpty() && !valueFor(*row.option, row.edit->text()))
            return tr("“%1” cannot be used for %2: %3")
                .arg(row.edit->text(), labelOf(*row.option), explanationOf(*row.option));
    return {};
}

} // namespace fusefind
