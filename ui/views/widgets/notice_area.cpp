#include "ui/views/widgets/notice_area.h"

#include <QtCore/QTimer>
#include <QtWidgets/QVBoxLayout>
#include <memory>

namespace fusefind {

namespace {

constexpr int kMostNotices = 4; // the oldest makes room

} // namespace

NoticeArea::NoticeArea(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

QPointer<NoticeBar> NoticeArea::add(const Notice& notice) {
    auto* rows = qobject_cast<QVBoxLayout*>(layout());
    while (rows->count() >= kMostNotices) {
        const std::unique_ptr<QLayoutItem> oldest(rows->takeAt(rows->count() - 1));
        oldest->widget()->hide();
        oldest->widget()->deleteLater(); // it may be the one whose button is being handled
    }
    auto* bar = new NoticeBar(NoticeBar::Closing::byHand, this, notice.icon);
    for (const Notice::Choice& choice : notice.choices)
        bar->addChoice(choice.text, choice.run);
    connect(bar, &NoticeBar::gone, bar, &QObject::deleteLater);
    if (notice.lasts.count() > 0) QTimer::singleShot(notice.lasts, bar, &NoticeBar::dismiss);
    rows->insertWidget(0, bar);
    bar->say(notice.text);
    return bar;
}

} // namespace fusefind
