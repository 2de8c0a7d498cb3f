#pragma once

#include "core/protocol/message.h"

#include <string_view>

namespace fusefind {

// One CBOR value (RFC 8949) as our own encoder writes them: lengths said first, text as map keys, no tags. nlohmann's
// reader is not used because it recurses as deep as the bytes say and copies byte by byte, which holds up a window that
// is handed a picture. Text is any bytes (paths). Errors: invalidInput; limit (nested too deep, too many values).
Result<Json> readCbor(std::string_view bytes);

} // namespace fusefind
