#pragma once

#include "core/base/modality.h"
#include "core/protocol/message.h"

#include <QtCore/QString>
#include <map>
#include <set>
#include <vector>

namespace fusefind {

// An installed model as the encoder of one modality; a joint model is listed once for each.
struct InstalledEncoder {
    QString id = {};
    Modality modality = Modality::image;
    int dim = 0;
    int64_t bytes = 0; // on disk; 0: unknown
    QString licence = {};
    QString architecture = {}; // config.json's model_type
};

// Of the document of `models list`, by modality. Errors: invalidInput.
Result<std::vector<InstalledEncoder>> encodersFromJson(const Json& json);

// Why an encoder is recommended for its modality, or why it is not.
struct EncoderAdvice {
    bool recommended = false;
    QString reason;
};

// One for each of `encoders`. Pictures gain from two encoders joined; a model made for speech is not for other sounds.
std::vector<EncoderAdvice> adviceFor(const std::vector<InstalledEncoder>& encoders);

} // namespace fusefind
