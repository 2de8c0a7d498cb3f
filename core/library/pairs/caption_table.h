#pragma once

#include "core/library/pairs/record_collector.h"

namespace fusefind {

// A table whose rows name a file (or a picture and a sound) and its captions, comma-separated, tab-separated or JSON
// lines by its extension. Clotho's (file_name, caption_1 … caption_5) and AudioCaps' (audiocap_id, youtube_id,
// start_time, caption) columns are among those that are known.

// Errors: those of readCaptionsFile; invalidInput (columns that make no pair, a line that is no row); cancelled.
Status readCaptionTable(const std::filesystem::path& path, RecordCollector& collector, const std::stop_token& stop);

// Whether the first line of a comma-separated file names enough columns to make a pair of.
bool hasCaptionColumns(const std::filesystem::path& path);

} // namespace fusefind
