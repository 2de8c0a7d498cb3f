#include "ui/views/status_strip.h"

#include "ui/models/scan_text.h"
#include "ui/views/widgets/scan_bar.h"

#include <QtWidgets/QLabel>

namespace fusefind {

StatusStrip::StatusStrip(WorkerClient& client, LibraryState& state, QWidget* parent)
    : QStatusBar(parent), client_(client), state_(state) {
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
    addPermanentWidget(engine_);

    connect(&state_, &LibraryState::scanChanged, this, &StatusStrip::showScan);
    connect(&state_, &LibraryState::statusChanged, this, &StatusStrip::showEngine);
    connect(&client_, &WorkerClient::restarting, this, [this](const QString& reason) {
        restarted_ = true;
        engine_->setToolTip(reason.toHtmlEscaped());
        showEngine();
    });
    connect(&client_, &WorkerClient::stateChanged, this, &StatusStrip::showEngine);
    showScan();
    showEngine();
}

void StatusStrip::showScan() {
    scanText_->setText(scanText(state_.scan()));
    scanText_->setToolTip(scanText_->text().toHtmlEscaped());
    bar_->setScan(state_.scan());
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
