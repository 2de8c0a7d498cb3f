#include "ui/views/dataset/pair_side.h"

#include "core/protocol/methods.h"
#include "ui/models/pair_text.h"
#include "ui/models/plain_tip.h"
#include "ui/views/widgets/headings.h"

#include <QtCore/QLocale>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QVBoxLayout>

namespace fusefind {

namespace {

constexpr int64_t kMostCaptions = 200; // that a person would look through

} // namespace

PairSide::PairSide(WorkerClient& client, QWidget* parent) : QWidget(parent), client_(client) {
    facts_ = new QLabel(this);
    facts_->setTextFormat(Qt::PlainText);
    facts_->setWordWrap(true);
    facts_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    facts_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    facts_->setAccessibleName(tr("The current pair"));
    heading_ = newHeading({}, this);
    captions_ = new QListWidget(this);
    captions_->setWordWrap(true);
    captions_->setAlternatingRowColors(true);
    captions_->setAccessibleName(tr("Captions of the current item"));
    auto* rows = new QVBoxLayout(this);
    rows->addWidget(facts_);
    rows->addWidget(heading_);
    rows->addWidget(captions_, 1);
    show(0, nullptr);
}

void PairSide::show(int64_t dataSet, const DataPair* pair) {
    if (request_) client_.drop(*request_);
    request_.reset();
    captions_->clear();
    heading_->clear();
    facts_->setText(pair ? describePair(*pair) : tr("Choose a pair to see all that belongs to it."));
    if (!pair) return;
    current_ = pair->id;
    DataPageRequest request{dataSet, {.item = pair->item}, 0, kMostCaptions};
    request_ = client_.call(method::kDataPage, toJson(request), this, [this](const Result<Json>& answer) {
        request_.reset();
        const auto page = answer ? dataPageFromJson(*answer) : Result<DataPairPage>(fail(answer.error()));
        if (page) list(*page);
    });
}

void PairSide::list(const DataPairPage& page) {
    heading_->setText(tr("Belongs together (%1)").arg(QLocale().toString(static_cast<qlonglong>(page.total))));
    for (const DataPair& pair : page.pairs) {
        const QString notes = notesOf(pair);
        QString text = pair.caption.empty() ? fileNames(pair) : QString::fromStdString(pair.caption);
        if (!notes.isEmpty()) text += QStringLiteral(" (%1)").arg(notes);
        auto* row = new QListWidgetItem(text, captions_);
        row->setToolTip(plainTip(describePair(pair)));
        if (pair.id == current_) captions_->setCurrentItem(row);
    }
}

} // namespace fusefind
