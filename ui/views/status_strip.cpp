#include "ui/views/status_strip.h"

#include "ui/models/plain_tip.h"
#include "ui/models/scan_text.h"
#include "ui/models/training_text.h"
#include "ui/theme/icons.h"
#include "ui/views/widgets/scan_bar.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace fusefind {

StatusStrip::StatusStrip(WorkerClient& client, LibraryState& state, TrainingJob& training, QWidget* parent)
    : QStatusBar(parent), client_(client), state_(state), trainingJob_(training) {
    bar_ = new ScanBar(this);
    constexpr int kBarCharacters = 24;
    bar_->setFixedWidth(kBarCharacters * fontMetrics().averageCharWidth());
    scanText_ = new QLabel(this);
    engine_ = new QLabel(this);
    for (QLabel* label : {scanText_, engine_}) {
        label->setTextFormat(Qt::PlainText);
        label->setContentsMargins(fontMetrics().averageCharWidth(), 0, fontMetrics().averageCharWidth(), 0);
    }
    // A long sentence must not make the window wider.
    scanText_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    addWidget(bar_);
    addWidget(scanText_, 1);
    training_ = new QPushButton(icon("chart"), {}, this);
    training_->setFlat(true);
    connect(training_, &QPushButton::clicked, this, &StatusStrip::trainingRequested);
    addPermanentWidget(training_);
    addPermanentWidget(engine_);

    connect(&state_, &LibraryState::scanChanged, this, &StatusStrip::showScan);
    connect(&state_, &LibraryState::statusChanged, this, &StatusStrip::showEngine);
    connect(&trainingJob_, &TrainingJob::changed, this, &StatusStrip::showTraining);
    connect(&client_, &WorkerClient::restarting, this, [this](const QString& reason) {
        restarted_ = true;
        engine_->setToolTip(reason.toHtmlEscaped());
        showEngine();
    });
    connect(&client_, &WorkerClient::stateChanged, this, &StatusStrip::showEngine);
    showScan();
    showTraining();
    showEngine();
}

void StatusStrip::showScan() {
    scanText_->setText(scanText(state_.scan()));
    scanText_->setToolTip(scanText_->text().toHtmlEscaped());
    bar_->setScan(state_.scan());
}

void StatusStrip::showTraining() {
    const QString summary = trainingSummary(trainingJob_.state());
    training_->setText(summary);
    training_->setToolTip(plainTip(trainingText(trainingJob_.state())));
    training_->setVisible(!summary.isEmpty());
}

void StatusStrip::showEngine() {
    switch (client_.state()) {
    case WorkerClient::State::starting:
        engine_->setText(restarted_ ? tr("The engine stopped and is being started again…")
                                    : tr("The engine is starting…"));
        break;
    case WorkerClient::State::ready:
        restarted_ = false;
        engine_->setToolTip({});
        engine_->setText(state_.status().device.isEmpty() ? tr("Ready")
                                                          : tr("Ready on %1").arg(state_.status().device));
        break;
    case WorkerClient::State::failed:
        engine_->setText(tr("The engine does not run"));
        break;
    }
}

} // namespace fusefind
