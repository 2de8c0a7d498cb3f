#include "ui/client_fixture.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

namespace fusefind {

WorkerClient::Options fakeWorker(const std::filesystem::path& dataDir, const char* behaviour) {
    return {
        QStringLiteral(FUSEFIND_FAKE_WORKER), dataDir, {QStringLiteral("--behaviour"), QString::fromLatin1(behaviour)}};
}

Result<Json> ask(WorkerClient& client, const char* method, const Json& params) {
    constexpr int kPatienceMs = 30000;
    Heard heard;
    client.call(method, params, &heard, heard.done());
    if (!QTest::qWaitFor([&] { return !heard.results.empty(); }, kPatienceMs))
        return fail(ErrorCode::internal, "no answer came");
    return heard.results[0];
}

} // namespace fusefind
