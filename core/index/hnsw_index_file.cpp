#include "core/index/hnsw_index.h"

#include <fmt/format.h>

#include <array>
#include <mutex>
#include <new>

namespace fusefind {

namespace {

constexpr std::array<char, 8> kMagic{'F', 'F', 'I', 'N', 'D', 'H', 'N', 'S'};
constexpr uint32_t kFormatVersion = 3;
constexpr uint32_t kLongestFingerprint = 1 << 16;

// The file: this, the fingerprint, the labels (place_labels.cpp), the graph (hnsw_graph.cpp), SHA-256 over all of it.
// Little-endian.
struct FileHeader {
    std::array<char, 8> magic = kMagic;
    uint32_t version = kFormatVersion;
    uint32_t fingerprintBytes = 0;
    uint64_t dim = 0;
    SearchBreadth breadth;
};

Status checkHeader(const FileHeader& header, std::string_view fingerprint, CheckedReader& file) {
    if (header.magic != kMagic) return fail(ErrorCode::invalidInput, "not an index", file.path());
    if (header.version != kFormatVersion)
        return fail(ErrorCode::unsupported,
                    fmt::format("an index of format {}, not {}", header.version, kFormatVersion), file.path(),
                    "build the index again");
    if (header.dim == 0 || header.dim > Quantizer::kLargestDim || header.fingerprintBytes > kLongestFingerprint)
        return file.damaged();
    std::string found(header.fingerprintBytes, '\0');
    FUSEFIND_TRY(file.read(std::as_writable_bytes(std::span(found))));
    if (found != fingerprint)
        return fail(ErrorCode::invalidInput, "an index of something else", file.path(), "build the index again");
    return {};
}

} // namespace

Status HnswIndex::save(const std::filesystem::path& path, std::string_view fingerprint) const {
    FUSEFIND_ASSERT(fingerprint.size() <= kLongestFingerprint);
    const std::shared_lock lock(mutex_);
    FUSEFIND_TRY(usable());
    FUSEFIND_TRY_ASSIGN(auto file, CheckedWriter::create(path));
    FileHeader header;
    header.dim = dim();
    header.breadth = breadth_;
    header.fingerprintBytes = static_cast<uint32_t>(fingerprint.size());
    FUSEFIND_TRY(file.writeValue(header));
    FUSEFIND_TRY(file.write(std::as_bytes(std::span(fingerprint))));
    FUSEFIND_TRY(labels_.write(file));
    FUSEFIND_TRY(graph_->write(file));
    return file.commit();
}

Result<std::unique_ptr<HnswIndex>> HnswIndex::load(const std::filesystem::path& path, std::string_view fingerprint,
                                                   unsigned threads) {
    FUSEFIND_TRY_ASSIGN(auto file, CheckedReader::open(path));
    FileHeader header;
    FUSEFIND_TRY(file.readValue(header));
    FUSEFIND_TRY(checkHeader(header, fingerprint, file));
    const Quantizer quantizer(header.dim);
    try {
        FUSEFIND_TRY_ASSIGN(auto labels, PlaceLabels::read(file));
        FUSEFIND_TRY_ASSIGN(auto graph, HnswGraph::read(file, quantizer));
        if (graph->count() != labels.places() || !header.breadth.isSound(labels.places())) return file.damaged();
        std::unique_ptr<HnswIndex> index(new HnswIndex(quantizer, threads, std::move(graph), std::move(labels)));
        index->breadth_ = header.breadth;
        return index;
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::outOfMemory, "not enough memory for the index", path);
    }
}

} // namespace fusefind
