// Our index, as the search of a space uses it, by the protocol of vectors.h: bench_vectors DATA THREADS.
#include "bench/vectors.h"
#include "core/index/hnsw_index.h"

#include <numeric>

using namespace fusefind;

namespace {

constexpr const char* kFingerprint = "measured";

class OurIndex final : public MeasuredIndex {
public:
    void build(const Matrix& points, const Matrix& tuning, unsigned threads) override {
        index_.reset();
        index_ = need(HnswIndex::create(points.cols(), threads));
        std::vector<Label> labels(points.rows());
        std::iota(labels.begin(), labels.end(), Label{0});
        need(index_->add(labels, points));
        need(index_->tune(tuning)); // as it is done before the index of a space is saved
    }
    void save(const std::string& path) override { need(index_->save(path, kFingerprint)); }
    void open(const std::string& path) override {
        index_.reset();
        index_ = need(HnswIndex::load(path, kFingerprint));
    }
    void setBreadth(size_t) override {} // it knows itself how broad to search
    std::vector<int64_t> search(std::span<const float> query) override {
        std::vector<int64_t> labels;
        for (const Neighbour& neighbour : need(index_->search(query, kFoundPerQuery)))
            labels.push_back(neighbour.label);
        return labels;
    }

private:
    std::unique_ptr<HnswIndex> index_;
};

} // namespace

int main(int argc, char** argv) {
    OurIndex index;
    return measureVectors(index, argc, argv);
}
