#include "gpu/fusemix/evaluate.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace fusefind {

namespace {

nlohmann::json toJson(const Recall& recall) {
    return {{"R@1", recall.r1},
            {"R@5", recall.r5},
            {"R@10", recall.r10},
            {"queries", recall.queries},
            {"candidates", recall.candidates}};
}

Recall recallFromJson(const nlohmann::json& json) {
    Recall recall;
    json.at("R@1").get_to(recall.r1);
    json.at("R@5").get_to(recall.r5);
    json.at("R@10").get_to(recall.r10);
    json.at("queries").get_to(recall.queries);
    json.at("candidates").get_to(recall.candidates);
    return recall;
}

std::string direction(Modality from, Modality to) {
    return fmt::format("{}_to_{}", toString(from), toString(to));
}

int64_t positionOf(const std::vector<int64_t>& rows, int64_t row) {
    return std::lower_bound(rows.begin(), rows.end(), row) - rows.begin();
}

bool inside(const std::vector<int64_t>& rows, const Matrix& latents) {
    return rows.front() >= 0 && rows.back() < static_cast<int64_t>(latents.rows());
}

} // namespace

Result<KindPoints> projectKind(const std::array<Matrix, kModalities.size()>& latents, const PairKind& kind,
                               const Projection& project) {
    const Matrix& a = latents[static_cast<size_t>(kind.a)];
    const Matrix& b = latents[static_cast<size_t>(kind.b)];
    const auto rowsA = distinctRows(kind.pairs, &RowPair::a);
    const auto rowsB = distinctRows(kind.pairs, &RowPair::b);
    if (!inside(rowsA, a) || !inside(rowsB, b))
        return fail(ErrorCode::invalidInput,
                    fmt::format("a pair of {} and {} lies outside the latents", toString(kind.a), toString(kind.b)));
    KindPoints points;
    FUSEFIND_TRY_ASSIGN(points.a, project(kind.a, gatherRows(a, rowsA)));
    FUSEFIND_TRY_ASSIGN(points.b, project(kind.b, gatherRows(b, rowsB)));
    for (const RowPair& pair : kind.pairs)
        points.pairs.push_back({positionOf(rowsA, pair.a), positionOf(rowsB, pair.b)});
    return points;
}

Result<std::vector<KindHits>> measureHits(const std::array<Matrix, kModalities.size()>& latents,
                                          std::span<const PairKind> kinds, const Projection& project) {
    std::vector<KindHits> measured;
    for (const PairKind& kind : kinds) {
        if (kind.pairs.empty()) continue;
        FUSEFIND_TRY_ASSIGN(const KindPoints points, projectKind(latents, kind, project));
        FUSEFIND_TRY_ASSIGN(PairHits hits, recallHits(points.a, points.b, points.pairs));
        measured.push_back({kind.a, kind.b, std::move(hits)});
    }
    return measured;
}

Result<std::vector<KindRecall>> measureRecalls(const std::array<Matrix, kModalities.size()>& latents,
                                               std::span<const PairKind> kinds, const Projection& project) {
    FUSEFIND_TRY_ASSIGN(const std::vector<KindHits> hits, measureHits(latents, kinds, project));
    std::vector<KindRecall> recalls;
    for (const KindHits& kind : hits)
        recalls.push_back({kind.a, kind.b, summarize(kind.hits)});
    return recalls;
}

double meanRecall(std::span<const KindRecall> recalls) {
    double sum = 0;
    for (const KindRecall& kind : recalls)
        sum += kind.recall.mean();
    return recalls.empty() ? 0 : sum / static_cast<double>(recalls.size());
}

nlohmann::json toJson(std::span<const KindRecall> recalls) {
    nlohmann::json json = nlohmann::json::object();
    for (const KindRecall& kind : recalls) {
        json[direction(kind.a, kind.b)] = toJson(kind.recall.aToB);
        json[direction(kind.b, kind.a)] = toJson(kind.recall.bToA);
    }
    return json;
}

Result<std::vector<KindRecall>> recallsFromJson(const nlohmann::json& json) {
    std::vector<KindRecall> recalls;
    try {
        for (const Modality a : kModalities) {
            for (const Modality b : kModalities) {
                if (a >= b || !json.contains(direction(a, b))) continue;
                recalls.push_back(
                    {a, b, {recallFromJson(json.at(direction(a, b))), recallFromJson(json.at(direction(b, a)))}});
            }
        }
    } catch (const nlohmann::json::exception& error) {
        return fail(ErrorCode::invalidInput, fmt::format("not a table of recalls: {}", error.what()));
    }
    return recalls;
}

Matrix gatherRows(const Matrix& matrix, std::span<const int64_t> rows) {
    Matrix gathered(rows.size(), matrix.cols());
    for (size_t i = 0; i < rows.size(); ++i)
        std::ranges::copy(matrix.row(rows[i]), gathered.row(i).begin());
    return gathered;
}

std::vector<int64_t> distinctRows(std::span<const RowPair> pairs, int64_t RowPair::*side) {
    std::vector<int64_t> rows;
    for (const RowPair& pair : pairs)
        rows.push_back(pair.*side);
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

} // namespace fusefind
