#pragma once

#include "core/library/items.h"
#include "core/protocol/message.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fusefind {

// A file of the library (or, for kProbe, any file) as a window shows it.
struct LibraryItem {
    std::filesystem::path path;
    ItemKind kind = ItemKind::image;
    int64_t size = 0;    // bytes
    int64_t mtimeMs = 0; // since 1970
    int width = 0;       // 0: unknown, or sound
    int height = 0;
    double seconds = 0;             // 0: a picture, or unknown
    std::optional<int64_t> takenMs; // EXIF date, since 1970
};

// One thing looked for or, with `wanted` false, kept away from: a text or a file.
struct QueryTerm {
    std::string text;
    std::filesystem::path file; // where text is empty
    bool wanted = true;
    float weight = 1; // above 0
};

// Which files of the library.
struct LibraryFilter {
    std::set<ItemKind> kinds; // empty: all
    std::filesystem::path under;
    std::optional<int64_t> fromMs; // by the date taken or else modified, since 1970
    std::optional<int64_t> toMs;   // not included
};

struct LibraryQuery {
    std::vector<QueryTerm> terms;
    LibraryFilter filter;
    std::string space; // empty: the one in use
    size_t top = 20;
    std::optional<float> minScore;
    bool exact = false;
    bool foldSimilar = false; // similar shots become one hit
    size_t firstHits = 0;     // sent ahead, as a Partial of their own, where there are more; 0: none
};

struct LibraryHit {
    LibraryItem item;
    float score = 0; // cosine
    // The moment of a long sound that matched.
    std::optional<double> startSeconds;
    std::optional<double> endSeconds;
    std::vector<LibraryItem> similar; // folded into this hit, best first
};

// Of a sound that is searched by and not in the library, so much is listened to: some seconds of work, not minutes.
inline constexpr double kSearchedSeconds = 300;

struct LibraryAnswer {
    std::string space;
    double elapsedMs = 0; // from the query to its hits; loading an encoder on first use included
    std::vector<LibraryHit> hits;
    // What this library's own scores say: from here on a hit is close to what was asked. None: too few files to say.
    std::optional<float> closeScore;
    std::vector<std::filesystem::path> shortened; // sounds of the query that are longer than kSearchedSeconds
};

enum class BrowseOrder { newest, oldest, name, largest, longest };

struct BrowseRequest {
    LibraryFilter filter;
    BrowseOrder order = BrowseOrder::newest; // by the date taken or else modified
    int64_t offset = 0;
    int64_t limit = 500;
};

struct BrowseAnswer {
    int64_t total = 0; // that pass the filter
    std::vector<LibraryItem> items;
};

struct FolderFacet {
    std::filesystem::path path; // a folder of the library
    int64_t items = 0;
    bool offline = false; // not there at the moment; its entries are kept
};

struct YearFacet {
    int year = 0;
    int64_t items = 0;
};

struct Facets {
    std::vector<std::pair<ItemKind, int64_t>> kinds;
    std::vector<FolderFacet> folders; // by path
    std::vector<YearFacet> years;     // newest first
};

enum class ScanPhase { idle, discover, encode, index, paused };

struct FolderProgress {
    std::filesystem::path path;
    int64_t done = 0; // files that can be found by now
    int64_t total = 0;
};

struct ScanState {
    ScanPhase phase = ScanPhase::idle;
    int64_t done = 0;
    int64_t total = 0;                      // 0: unknown
    double perSecond = 0;                   // files, over the last seconds; 0: unknown
    std::optional<double> remainingSeconds; // at this rate
    std::vector<FolderProgress> folders;
    int64_t skipped = 0;
    std::string problem; // why the last scan failed; empty if it did not
};

Json toJson(const LibraryItem& item);
Json toJson(const LibraryQuery& query);
Json toJson(const LibraryAnswer& answer);
Json toJson(const BrowseRequest& request);
Json toJson(const BrowseAnswer& answer);
Json toJson(const Facets& facets);
Json toJson(const ScanState& state);

// Errors of all: invalidInput, naming the field.
Result<LibraryItem> libraryItemFromJson(const Json& json);
Result<LibraryQuery> libraryQueryFromJson(const Json& json);
Result<LibraryAnswer> libraryAnswerFromJson(const Json& json);
Result<BrowseRequest> browseRequestFromJson(const Json& json);
Result<BrowseAnswer> browseAnswerFromJson(const Json& json);
Result<Facets> facetsFromJson(const Json& json);
Result<ScanState> scanStateFromJson(const Json& json);

} // namespace fusefind
