#include "ui/views/train/result_page.h"

#include "ui/models/training_text.h"
#include "ui/views/train/comparison_list.h"
#include "ui/views/train/recall_table.h"
#include "ui/views/widgets/headings.h"

#include <QtCore/QLocale>
#include <QtWidgets/QVBoxLayout>

namespace fusefind {

namespace {

QString verdict(const TrainingResult& result) {
    const QString after = percentText(meanRecall(result.after));
    if (result.after.empty()) return ResultPage::tr("No pairs were held out, so nothing could be measured.");
    if (result.before.empty()) return ResultPage::tr("Mean recall on held-out pairs: %1 %").arg(after);
    int better = 0;
    for (const DirectionRecall& one : result.after)
        if (const DirectionRecall* const before = findDirection(result.before, one))
            better += one.recall.mean() > before->recall.mean() ? 1 : 0;
    return ResultPage::tr("Mean recall on held-out pairs: %1 % before, %2 % now; better in %3 of %4 directions")
        .arg(percentText(meanRecall(result.before)), after)
        .arg(better)
        .arg(result.after.size());
}

QString facts(const TrainingResult& result) {
    QStringList parts;
    if (result.bestEpoch > 0)
        parts << ResultPage::tr("Best epoch: %1").arg(QLocale().toString(static_cast<qlonglong>(result.bestEpoch)));
    parts << ResultPage::tr("Encoding: %1").arg(spanText(result.encodeSeconds))
          << ResultPage::tr("Training: %1").arg(spanText(result.trainSeconds));
    QStringList kept;
    for (const Modality modality : result.kept)
        kept << modalityName(modality);
    if (!kept.isEmpty()) parts << ResultPage::tr("Unchanged: %1").arg(QLocale().createSeparatedList(kept));
    if (result.stopped) parts << ResultPage::tr("stopped before its end");
    return parts.join(QStringLiteral(" · "));
}

} // namespace

ResultPage::ResultPage(WorkerClient& client, TrainingJob& job, QWidget* parent) : QWizardPage(parent), job_(job) {
    setTitle(tr("Result"));
    setFinalPage(true);
    inUse_ = newNote({}, this);
    verdict_ = newHeading({}, this);
    verdict_->setWordWrap(true);
    facts_ = newNote({}, this);
    table_ = new RecallTable(this);
    message_ = new QLabel(this);
    message_->setTextFormat(Qt::PlainText);
    message_->setWordWrap(true);

    compared_ = new QWidget(this);
    comparisons_ = new ComparisonList(client, compared_);
    auto* part = new QVBoxLayout(compared_);
    part->setContentsMargins({});
    part->addWidget(newHeading(tr("Queries of the held-out pairs, and what is found first"), compared_));
    part->addWidget(newNote(tr("✓ what the caption belongs to · new: not found before"), compared_));
    part->addWidget(comparisons_, 1);

    auto* rows = new QVBoxLayout(this);
    rows->addWidget(inUse_);
    rows->addWidget(verdict_);
    rows->addWidget(facts_);
    rows->addWidget(table_);
    rows->addWidget(
        newNote(tr("In brackets: 95 % intervals, by drawing the queries anew. Bold: better than before."), this));
    rows->addWidget(compared_, 1);
    rows->addWidget(message_);
    rows->addWidget(notices_ = new NoticeArea(this));
    say({});
    connect(&job_, &TrainingJob::changed, this, &ResultPage::follow);
    follow();
}

void ResultPage::say(const QString& sentence) {
    message_->setText(sentence);
    message_->setVisible(!sentence.isEmpty());
}

void ResultPage::ask(const Notice& question) {
    delete question_;
    question_ = notices_->add(question);
}

void ResultPage::follow() {
    const auto& result = job_.state().result;
    if (!result) return;
    inUse_->setText(tr("The new space “%1” is not in use until you keep it; the one before stays. Spaces that "
                       "were trained on the same folders hold back the same pairs, which neither has seen; one that "
                       "learned from some of these looks better than it is.")
                        .arg(QString::fromStdString(result->space)));
    inUse_->setVisible(!result->previousSpace.empty());
    verdict_->setText(verdict(*result));
    facts_->setText(facts(*result));
    table_->show(*result);
    comparisons_->show(*result);
    compared_->setVisible(!result->comparisons.empty());
}

} // namespace fusefind
