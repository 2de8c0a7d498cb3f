#pragma once

#include "bench/need.h"
#include "bench/rounds.h"
#include "core/tensors/safetensors.h"

#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace fusefind {

constexpr size_t kFoundPerQuery = 10;

// An index under measurement. Distances are inner products of unit rows; the labels are the numbers of the rows.
class MeasuredIndex {
public:
    virtual ~MeasuredIndex() = default;
    // `tuning`: other queries than will be measured, to choose by them how broad to search.
    virtual void build(const Matrix& points, const Matrix& tuning, unsigned threads) = 0;
    virtual void save(const std::string& path) = 0;
    virtual void open(const std::string& path) = 0; // in the place of what there was
    virtual void setBreadth(size_t ef) = 0;         // of a search
    [[nodiscard]] virtual std::vector<int64_t> search(std::span<const float> query) = 0; // kFoundPerQuery, best first
};

// Answers the driver (rounds.h), DATA being a safetensors file with unit rows "points", "queries", "tuning" [N, D].
// What a line asks for and what is printed: "build", "save FILE", "open FILE" (to the first answer): milliseconds;
// "search" and "p50": milliseconds a query, on average and in the middle; "found FILE": writes "labels" i64 [queries,
// 10]; "breadth N"; "memory": megabytes that the process has grown by.
class VectorRounds {
public:
    VectorRounds(MeasuredIndex& index, const std::string& data, unsigned threads)
        : index_(index),
          data_(need(SafetensorsFile::open(data))),
          queries_(need(data_.readMatrix("queries"))),
          threads_(threads),
          residentBefore_(residentMb()) {}

    double operator()(const std::string& line) {
        std::istringstream words(line);
        std::string what;
        std::string argument;
        words >> what;
        std::getline(words >> std::ws, argument);
        const auto start = Clock::now();
        if (what == "build") return build();
        if (what == "search") return searchAll(false);
        if (what == "p50") return searchAll(true);
        if (what == "memory") return residentMb() - residentBefore_;
        if (what == "breadth") {
            index_.setBreadth(std::stoul(argument));
        } else if (what == "save") {
            index_.save(argument);
        } else if (what == "open") {
            index_.open(argument);
            (void)index_.search(queries_.row(0));
        } else if (what == "found") {
            writeFound(argument);
        } else {
            giveUp("'" + line + "' is not understood");
        }
        return millisecondsSince(start);
    }

private:
    static double residentMb() {
        ::malloc_trim(0);
        std::ifstream file("/proc/self/statm");
        int64_t size = 0;
        int64_t resident = 0;
        int64_t ofFiles = 0; // such as DATA, which is mapped
        file >> size >> resident >> ofFiles;
        return static_cast<double>((resident - ofFiles) * ::sysconf(_SC_PAGESIZE)) / 1e6;
    }
    double build() {
        const Matrix points = need(data_.readMatrix("points")); // not kept: it would hide what the index takes
        const Matrix tuning = need(data_.readMatrix("tuning"));
        const auto start = Clock::now();
        index_.build(points, tuning, threads_);
        return millisecondsSince(start);
    }
    double searchAll(bool median) {
        std::vector<double> times;
        double sum = 0;
        for (size_t i = 0; i < queries_.rows(); ++i) {
            const auto start = Clock::now();
            (void)index_.search(queries_.row(i));
            times.push_back(millisecondsSince(start));
            sum += times.back();
        }
        std::ranges::nth_element(times, times.begin() + std::ssize(times) / 2);
        return median ? times[times.size() / 2] : sum / static_cast<double>(times.size());
    }
    void writeFound(const std::string& path) {
        std::vector<int64_t> labels;
        for (size_t i = 0; i < queries_.rows(); ++i) {
            const std::vector<int64_t> found = index_.search(queries_.row(i));
            labels.insert(labels.end(), found.begin(), found.end());
            labels.resize((i + 1) * kFoundPerQuery, -1); // fewer were found
        }
        const NamedTensor tensor{
            "labels",
            DType::i64,
            {static_cast<int64_t>(queries_.rows()), static_cast<int64_t>(kFoundPerQuery)},
            std::as_bytes(std::span(labels)),
        };
        need(writeSafetensors(path, std::span(&tensor, 1)));
    }

    MeasuredIndex& index_;
    SafetensorsFile data_;
    Matrix queries_;
    unsigned threads_;
    double residentBefore_;
};

inline int measureVectors(MeasuredIndex& index, int argc, char** argv) {
    if (argc != 3) giveUp("two arguments are wanted: DATA THREADS");
    const auto start = Clock::now();
    VectorRounds rounds(index, argv[1], static_cast<unsigned>(std::stoul(argv[2])));
    playRounds(millisecondsSince(start), [&](const std::string& line) { return rounds(line); });
    return 0;
}

} // namespace fusefind
