#include "ui/views/settings/privacy_page.h"

#include "ui/views/widgets/headings.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QVBoxLayout>

namespace fusefind {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PrivacyPage)
};

} // namespace

QWidget* newPrivacyPage(QWidget* parent) {
    auto* page = new QWidget(parent);
    auto* rows = new QVBoxLayout(page);
    rows->addWidget(newHeading(Words::tr("Nothing leaves this computer"), page));
    const QStringList paragraphs{
        Words::tr("FuseFind uses the network for one thing alone: to load a model that you ask for. Your pictures, "
                  "sounds and videos, what you type, what you record and what is "
                  "found stay on this computer. There is no account, and nothing is counted or reported."),
        Words::tr(
            "Your files are only read. They are never changed, moved or deleted, not even when you remove a folder "
            "from the library."),
        Words::tr(
            "What FuseFind writes lies in one folder, named on the page “Data”, which only you can read. Delete that "
            "folder, and everything that FuseFind knows is gone."),
        Words::tr(
            "The window and its engine talk to each other through a socket in that folder, which other users of this "
            "computer cannot open.")};
    for (const QString& paragraph : paragraphs) {
        auto* text = new QLabel(paragraph, page);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        rows->addWidget(text);
    }
    rows->addStretch();
    return page;
}

} // namespace fusefind
