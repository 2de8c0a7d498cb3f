// hnswlib as it is, f32 with M = 16 and efConstruction = 200, by the protocol of vectors.h: bench_hnswlib DATA THREADS.
// Compiled for the very processor that it runs on, as its Python package is; so it is a program of its own, which must
// not hold our index too: both would share hnswlib's functions, compiled either way.
#include "bench/vectors.h"
#include "core/index/run_parallel.h"

#include <hnswlib/hnswlib.h>

using namespace fusefind;

namespace {

class Peer final : public MeasuredIndex {
public:
    void build(const Matrix& points, const Matrix&, unsigned threads) override {
        constexpr size_t kLinks = 16;
        constexpr size_t kEfConstruction = 200;
        index_.reset();
        space_ = std::make_unique<hnswlib::InnerProductSpace>(points.cols());
        index_ = std::make_unique<Graph>(space_.get(), points.rows(), kLinks, kEfConstruction);
        runParallel(points.rows(), threads, [&](std::atomic<size_t>& next, size_t n) {
            for (size_t i = next++; i < n; i = next++)
                index_->addPoint(points.row(i).data(), i);
        });
    }
    void save(const std::string& path) override { index_->saveIndex(path); }
    void open(const std::string& path) override {
        index_.reset();
        index_ = std::make_unique<Graph>(space_.get(), path);
        index_->setEf(breadth_);
    }
    void setBreadth(size_t ef) override {
        breadth_ = ef;
        index_->setEf(ef);
    }
    std::vector<int64_t> search(std::span<const float> query) override {
        auto found = index_->searchKnn(query.data(), kFoundPerQuery); // worst first
        std::vector<int64_t> labels(found.size());
        for (auto label = labels.rbegin(); label != labels.rend(); ++label, found.pop())
            *label = static_cast<int64_t>(found.top().second);
        return labels;
    }

private:
    using Graph = hnswlib::HierarchicalNSW<float>;

    std::unique_ptr<hnswlib::InnerProductSpace> space_;
    std::unique_ptr<Graph> index_;
    size_t breadth_ = 10;
};

} // namespace

int main(int argc, char** argv) {
    Peer index;
    return measureVectors(index, argc, argv);
}
