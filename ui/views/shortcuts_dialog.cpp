#include "ui/views/shortcuts_dialog.h"

#include "ui/shortcuts.h"
#include "ui/views/widgets/headings.h"

#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QScrollArea>

namespace fusefind {

namespace {

QWidget* newGroup(const QString& name, QWidget* parent) {
    auto* group = new QWidget(parent);
    auto* grid = new QGridLayout(group);
    grid->setColumnStretch(0, 1);
    grid->addWidget(newHeading(name, group), 0, 0, 1, 2);
    return group;
}

void addTo(QWidget* group, ShortcutId id) {
    auto* grid = qobject_cast<QGridLayout*>(group->layout());
    const int row = grid->rowCount();
    auto* text = new QLabel(textOf(id), group);
    text->setTextFormat(Qt::PlainText);
    auto* keys = newNote(QKeySequence::listToString(keysOf(id), QKeySequence::NativeText), group);
    keys->setWordWrap(false);
    grid->addWidget(text, row, 0);
    grid->addWidget(keys, row, 1, Qt::AlignRight);
}

} // namespace

ShortcutsDialog::ShortcutsDialog(QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Keyboard shortcuts"));
    // In the table's order, the groups side by side in two columns.
    auto* content = new QWidget;
    auto* columns = new QGridLayout(content);
    columns->setHorizontalSpacing(2 * fontMetrics().height());
    QWidget* group = nullptr;
    QString name;
    int groups = 0;
    for (const Shortcut& shortcut : shortcuts()) {
        if (!group || groupOf(shortcut) != name) {
            name = groupOf(shortcut);
            group = newGroup(name, content);
            columns->addWidget(group, groups / 2, groups % 2, Qt::AlignTop);
            ++groups;
        }
        addTo(group, shortcut.id);
    }

    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Keyboard shortcuts"));
    scroll->setWidget(content);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
    setMinimumSize(content->sizeHint() / 2);
    resize(content->sizeHint() + QSize(fontMetrics().height() * 3, buttons->sizeHint().height() * 3));
}

} // namespace fusefind
