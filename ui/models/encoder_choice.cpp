#include "ui/models/encoder_choice.h"

#include <QtCore/QCoreApplication>
#include <algorithm>

namespace fusefind {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EncoderChoice)
};

QString textOf(const Json& model, const char* field) {
    return QString::fromStdString(model.value(field, std::string())).simplified();
}

bool isForSpeech(const InstalledEncoder& encoder) {
    return encoder.architecture == QLatin1String("whisper");
}

EncoderAdvice soundAdvice(const InstalledEncoder& encoder, bool otherForSounds, bool first) {
    if (isForSpeech(encoder) && otherForSounds) return {false, Words::tr("Made for speech, not for other sounds")};
    if (!first) return {false, Words::tr("Can be joined with the first; takes more time")};
    return {true, isForSpeech(encoder) ? Words::tr("Made for speech; no other encoder of sounds is installed")
                                       : Words::tr("Made for sounds of all kinds")};
}

EncoderAdvice pictureAdvice(size_t place) {
    constexpr size_t kJoined = 2;
    if (place >= kJoined) return {false, Words::tr("A third one adds little")};
    return {true, place == 0 ? Words::tr("Reads pictures") : Words::tr("Two joined find more than one")};
}

} // namespace

Result<std::vector<InstalledEncoder>> encodersFromJson(const Json& json) {
    std::vector<InstalledEncoder> encoders;
    try {
        for (const Json& model : json.at("models")) {
            for (const auto& [name, dim] : model.at("modalities").items()) {
                const auto modality = modalityFromString(name);
                if (!modality) continue; // a newer engine's
                encoders.push_back({.id = textOf(model, "id"),
                                    .modality = *modality,
                                    .dim = dim.get<int>(),
                                    .bytes = model.value("bytes", int64_t{0}),
                                    .licence = textOf(model, "license"),
                                    .architecture = textOf(model, "architecture")});
            }
        }
    } catch (const Json::exception& error) {
        return fail(ErrorCode::invalidInput, std::string("the list of models cannot be read: ") + error.what());
    }
    std::ranges::stable_sort(encoders, {}, &InstalledEncoder::modality);
    return encoders;
}

std::vector<EncoderAdvice> adviceFor(const std::vector<InstalledEncoder>& encoders) {
    const bool otherForSounds = std::ranges::any_of(encoders, [](const InstalledEncoder& encoder) {
        return encoder.modality == Modality::audio && !isForSpeech(encoder);
    });
    std::vector<EncoderAdvice> advice;
    std::map<Modality, size_t> places;
    for (const InstalledEncoder& encoder : encoders) {
        const bool passedOver = encoder.modality == Modality::audio && isForSpeech(encoder) && otherForSounds;
        const size_t place = passedOver ? 0 : places[encoder.modality]++;
        if (encoder.modality == Modality::audio)
            advice.push_back(soundAdvice(encoder, otherForSounds, place == 0));
        else if (encoder.modality == Modality::image)
            advice.push_back(pictureAdvice(place));
        else
            advice.push_back(place == 0
                                 ? EncoderAdvice{true, Words::tr("Reads captions")}
                                 : EncoderAdvice{false, Words::tr("Can be joined with the first; takes more time")});
    }
    return advice;
}

} // namespace fusefind
