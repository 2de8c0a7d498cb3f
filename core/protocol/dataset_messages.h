#pragma once

#include "core/library/pairs/paired_data.h"
#include "core/protocol/message.h"

#include <array>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fusefind {

// A folder of pairs that is kept to be looked through.
struct DataSetInfo {
    int64_t id = 0;
    std::filesystem::path path;
    std::string format; // what the folder was recognised as
    int64_t pairs = 0;
    int64_t problems = 0; // all that were found, also in what makes no pair
    int64_t readAtMs = 0;
    bool offline = false; // the folder is not there now
};

enum class DataPairKind { imageText, audioText, imageAudio };
inline constexpr std::array kDataPairKinds{DataPairKind::imageText, DataPairKind::audioText, DataPairKind::imageAudio};
inline constexpr std::array kSplits{Split::train, Split::validation, Split::test};

std::string_view codeOf(DataPairKind kind); // "image_text" …
std::string_view codeOf(Split split);       // "train" …
std::optional<DataPairKind> dataPairKindFromString(std::string_view name);
std::optional<Split> splitFromString(std::string_view name);

// In which order pairs are shown: as in the folder, or by what was found of them last (method::kDataFits), what is not
// known at the end.
enum class PairOrder {
    folder,
    misfits, // those first whose halves fit each other least
    rank,    // those first that most strangers come before
    twins,   // files of the same content together
};

// Which pairs of a data set, and in which order.
struct DataPairFilter {
    std::set<DataPairKind> kinds = {}; // empty: all
    std::set<Split> splits = {};       // empty: all
    std::optional<bool> problem = {};  // those of a file with a problem, or the others
    std::optional<bool> excluded = {}; // or the others
    std::optional<int64_t> item = {};  // what is connected with one pair: DataPair::item
    std::string words = {};            // in the caption, the last one as far as it was typed; blank: any
    std::vector<int64_t> pairs = {};   // their numbers, ascending; empty: any
    PairOrder order = PairOrder::folder;
    bool operator==(const DataPairFilter&) const = default;
};

struct DataPair {
    int64_t id = 0;
    DataPairKind kind = DataPairKind::imageText;
    std::filesystem::path image; // empty: none
    std::filesystem::path sound; // empty: none; of a video, its sound track
    bool soundIsVideo = false;
    std::string caption;
    std::string original; // what the folder says, if the caption was mended
    Split split = Split::train;
    bool moved = false; // to that split, by the user
    bool excluded = false;
    std::string problem;  // of its files; may be empty
    bool missing = false; // one of its files is not there now
    int64_t item = 0;
    int64_t mtimeMs = 0; // of the picture, else of the sound, as is:
    int64_t size = 0;    // bytes
    int width = 0;       // of the picture; 0: not known
    int height = 0;
    double seconds = 0; // of the sound; 0: not known
    // What was found of it last (PairFit), if anything was.
    std::optional<double> fit = {};
    std::optional<int64_t> rank = {};
    bool hasTwins = false;
};

struct DataPageRequest {
    int64_t dataSet = 0;
    DataPairFilter filter = {};
    int64_t offset = 0;
    int64_t limit = 100;
};

struct DataPairPage {
    int64_t total = 0; // that pass the filter
    std::vector<DataPair> pairs;
};

// Rows of what a filter lets pass, in its order.
struct RowRange {
    int64_t first = 0;
    int64_t count = 0;
    bool operator==(const RowRange&) const = default;
};

// Pairs by their numbers, or else rows of a filter: a window need not know the numbers of all that is selected.
struct DataSelection {
    int64_t dataSet = 0;
    std::vector<int64_t> pairs = {};
    DataPairFilter filter = {};
    std::vector<RowRange> rows = {};
};

enum class DataChangeKind { exclude, include, mend, move };

// What the user changes; the folder stays as it is.
struct DataChange {
    DataSelection selection = {};
    DataChangeKind kind = DataChangeKind::exclude;
    std::string caption = {};        // of `mend`, on one line; empty: what the folder says
    std::optional<Split> split = {}; // of `move`, with everything that is connected; none: back to its own
};

struct DataChanged {
    int64_t changed = 0;          // pairs
    std::vector<DataChange> undo; // in this order; by numbers, which hold until the folder is read again
};

Json toJson(const DataSetInfo& info);
Json toJson(const DataPageRequest& request);
Json toJson(const DataPairPage& page);
Json toJson(const DataSelection& selection);
Json toJson(const DataChange& change);
Json toJson(const DataChanged& changed);

// Errors of all: invalidInput, naming the field.
Result<DataSetInfo> dataSetInfoFromJson(const Json& json);
Result<std::vector<DataSetInfo>> dataSetsFromJson(const Json& json);
Result<DataPageRequest> dataPageRequestFromJson(const Json& json);
Result<DataPairPage> dataPageFromJson(const Json& json);
Result<DataSelection> dataSelectionFromJson(const Json& json);
Result<DataChange> dataChangeFromJson(const Json& json);
Result<DataChanged> dataChangedFromJson(const Json& json);

} // namespace fusefind
