#pragma once

#include "core/protocol/train_messages.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace fusefind {

// What a training is and does, in words for people.
QString modalityName(Modality modality);           // "Text", "Picture", "Sound"
QString directionText(Modality from, Modality to); // "Text → Picture"
QString directionText(const QString& direction);   // the same, of "text_to_image"
QString percentText(double percent);               // "59.7"
QString pairsText(const PairsAnswer& pairs);       // "Pictures with captions: 2,307 · Sounds with captions: 241"
QString itemsText(const PairsAnswer& pairs);       // "Pictures: 1,464 · Sounds: 241 · Captions: 2,548"
QString trainingText(const TrainingState& state); // "Encoding the files: 812 of 1,705 · 24.1 files/s · about 37 s left"
QString trainingSummary(const TrainingState& state); // in a few words, for the status bar; empty while idle
QString spanText(double seconds);                    // "about 40 s", "about 3 min"
QString estimateText(const TrainingEstimate& estimate);

[[nodiscard]] inline bool isUnderWay(const TrainingState& state) {
    return state.phase != TrainingPhase::idle && state.phase != TrainingPhase::done &&
           state.phase != TrainingPhase::failed;
}

// How much of the phase is done, in [0, 1]; negative where that is unknown.
double trainingShare(const TrainingState& state);

// R@1, R@5 and R@10 in percent of a model that knows nothing, where each query has as many right answers as there are
// candidates for it on average.
Recall chanceOf(const Recall& recall);

// The mean over the directions of each one's mean of R@1, R@5 and R@10: what picks the best epoch.
double meanRecall(const std::vector<DirectionRecall>& recalls);

// That of the same direction; null if there is none.
const DirectionRecall* findDirection(const std::vector<DirectionRecall>& recalls, const DirectionRecall& like);

} // namespace fusefind
