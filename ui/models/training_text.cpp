#include "ui/models/training_text.h"

#include "ui/models/item_text.h"
#include "ui/models/scan_text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <algorithm>
#include <cmath>

namespace fusefind {

namespace {

const QString kSeparator = QStringLiteral(" · ");

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TrainingText)
};

QString numberText(int64_t number) {
    return QLocale().toString(static_cast<qlonglong>(number));
}

QString countText(const TrainingState& state) {
    if (state.total == 0) return numberText(state.done);
    return Words::tr("%1 of %2").arg(numberText(state.done), numberText(state.total));
}

QString phaseText(const TrainingState& state) {
    switch (state.phase) {
    case TrainingPhase::idle:
        return {};
    case TrainingPhase::read:
        return Words::tr("Reading the pairs: %1").arg(countText(state));
    case TrainingPhase::encode:
        return Words::tr("Encoding the files: %1").arg(countText(state));
    case TrainingPhase::train:
        return state.epochs.empty() ? Words::tr("Training: step %1").arg(countText(state))
                                    : Words::tr("Training: step %1, epoch %2 of %3")
                                          .arg(countText(state), numberText(state.epochs.back().epoch),
                                               numberText(state.epochs.back().epochs));
    case TrainingPhase::compare:
        return Words::tr("Comparing with what was before");
    case TrainingPhase::paused:
        return Words::tr("Paused at %1").arg(countText(state));
    case TrainingPhase::done:
        return state.result && state.result->stopped ? Words::tr("Stopped; the best so far was kept")
                                                     : Words::tr("The training is done");
    case TrainingPhase::failed:
        return Words::tr("The training failed");
    }
    return {};
}

QString countsText(std::initializer_list<std::pair<QString, int64_t>> counts) {
    QStringList parts;
    for (const auto& [name, count] : counts)
        if (count > 0) parts << Words::tr("%1: %2").arg(name, numberText(count));
    return parts.join(kSeparator);
}

// The chance that none of the first k of m candidates in a random order is one of the r right ones.
double missedByChance(double candidates, double right, int k) {
    double missed = 1;
    for (int i = 0; i < k; ++i)
        missed *= std::max(0.0, candidates - right - i) / std::max(1.0, candidates - i);
    return missed;
}

} // namespace

QString modalityName(Modality modality) {
    switch (modality) {
    case Modality::text:
        return Words::tr("Text");
    case Modality::image:
        return kindName(ItemKind::image);
    case Modality::audio:
        return kindName(ItemKind::audio);
    }
    return {};
}

QString directionText(Modality from, Modality to) {
    return QStringLiteral("%1 → %2").arg(modalityName(from), modalityName(to));
}

QString directionText(const QString& direction) {
    const QStringList ends = direction.split(QStringLiteral("_to_"));
    if (ends.size() != 2) return direction;
    const auto from = modalityFromString(ends[0].toStdString());
    const auto to = modalityFromString(ends[1].toStdString());
    return from && to ? directionText(*from, *to) : direction;
}

QString percentText(double percent) {
    return QLocale().toString(percent, 'f', 1);
}

QString pairsText(const PairsAnswer& pairs) {
    return countsText({{Words::tr("Pictures with captions"), pairs.imageText},
                       {Words::tr("Sounds with captions"), pairs.audioText},
                       {Words::tr("Pictures with sounds"), pairs.imageAudio}});
}

QString itemsText(const PairsAnswer& pairs) {
    return countsText({{kindPlural(ItemKind::image), pairs.images},
                       {kindPlural(ItemKind::audio), pairs.sounds},
                       {Words::tr("Captions"), pairs.captions}});
}

QString trainingText(const TrainingState& state) {
    QStringList parts{phaseText(state)};
    if (state.perSecond > 0 && state.phase == TrainingPhase::encode)
        parts << Words::tr("%1 files/s").arg(QLocale().toString(state.perSecond, 'f', 1));
    if (state.perSecond > 0 && state.phase == TrainingPhase::train)
        parts << Words::tr("%1 steps/s").arg(QLocale().toString(state.perSecond, 'f', 1));
    if (state.remainingSeconds && isUnderWay(state) && state.phase != TrainingPhase::paused)
        parts << remainingText(*state.remainingSeconds);
    if (state.skipped > 0) parts << Words::tr("%Ln files skipped", nullptr, static_cast<int>(state.skipped));
    return parts.join(kSeparator);
}

QString trainingSummary(const TrainingState& state) {
    if (state.phase == TrainingPhase::idle) return {};
    const QString name = QString::fromStdString(state.request.name);
    if (state.phase == TrainingPhase::done) return Words::tr("“%1” is trained: see the result").arg(name);
    if (state.phase == TrainingPhase::failed) return Words::tr("Training “%1” failed").arg(name);
    if (state.phase == TrainingPhase::paused) return Words::tr("Training “%1” is paused").arg(name);
    const double share = trainingShare(state);
    if (share < 0) return Words::tr("Training “%1”…").arg(name);
    constexpr double kPercent = 100;
    const QString percent = QLocale().toString(std::floor(kPercent * share), 'f', 0);
    return state.phase == TrainingPhase::train ? Words::tr("Training “%1”: %2 %").arg(name, percent)
                                               : Words::tr("Training “%1”, preparing: %2 %").arg(name, percent);
}

QString spanText(double seconds) {
    constexpr double kMinute = 60;
    constexpr double kHour = 3600;
    const auto whole = [](double value) { return numberText(std::max<int64_t>(1, std::llround(value))); };
    if (seconds < kMinute) return Words::tr("about %1 s").arg(whole(seconds));
    if (seconds < kHour) return Words::tr("about %1 min").arg(whole(seconds / kMinute));
    return Words::tr("about %1 h").arg(whole(seconds / kHour));
}

QString estimateText(const TrainingEstimate& estimate) {
    return Words::tr("To encode the files: %1 · To train: %2 · Memory: %3")
        .arg(estimate.encodeSeconds > 0 ? spanText(estimate.encodeSeconds) : Words::tr("nothing, all are known"),
             spanText(estimate.trainSeconds), QLocale().formattedDataSize(estimate.memoryBytes, 1));
}

double trainingShare(const TrainingState& state) {
    if (state.total <= 0) return -1;
    return std::clamp(static_cast<double>(state.done) / static_cast<double>(state.total), 0.0, 1.0);
}

Recall chanceOf(const Recall& recall) {
    constexpr double kPercent = 100;
    const auto candidates = static_cast<double>(recall.candidates);
    const double right = std::max(1.0, recall.queries > 0 ? candidates / static_cast<double>(recall.queries) : 1.0);
    const auto chance = [&](int k) { return kPercent * (1 - missedByChance(candidates, right, k)); };
    return {chance(1), chance(5), chance(10), recall.queries, recall.candidates};
}

double meanRecall(const std::vector<DirectionRecall>& recalls) {
    double sum = 0;
    for (const DirectionRecall& one : recalls)
        sum += one.recall.mean();
    return recalls.empty() ? 0 : sum / static_cast<double>(recalls.size());
}

const DirectionRecall* findDirection(const std::vector<DirectionRecall>& recalls, const DirectionRecall& like) {
    const auto found = std::ranges::find_if(
        recalls, [&](const DirectionRecall& one) { return one.from == like.from && one.to == like.to; });
    return found == recalls.end() ? nullptr : &*found;
}

} // namespace fusefind
