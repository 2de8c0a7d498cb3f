#pragma once

#include "support/temp_dir.h"
#include "ui/client/worker_client.h"

#include <optional>
#include <vector>

namespace fusefind {

// A client of a fake worker (tests/ui/fake_worker), which keeps to `behaviour`.
WorkerClient::Options fakeWorker(const std::filesystem::path& dataDir, const char* behaviour = "plain");

// What a request came to; it must outlive the request.
struct Heard : QObject {
    std::vector<Result<Json>> results;
    std::vector<Progress> progress;

    WorkerClient::Done done() {
        return [this](Result<Json> result) { results.push_back(std::move(result)); };
    }
    WorkerClient::OnProgress onProgress() {
        return [this](const Progress& now) { progress.push_back(now); };
    }
    [[nodiscard]] bool value(const Json& expected) const {
        return results.size() == 1 && results[0] && *results[0] == expected;
    }
    [[nodiscard]] bool failure(ErrorCode code) const {
        return results.size() == 1 && !results[0] && results[0].error().code == code;
    }
};

// Asks, and waits for the answer.
Result<Json> ask(WorkerClient& client, const char* method, const Json& params = nullptr);

} // namespace fusefind
