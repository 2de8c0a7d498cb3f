#include "core/protocol/methods.h"
#include "ui/client/worker_client.h"

#include <system_error>

namespace fusefind {

namespace {

// Exit statuses of the command line's contract.
constexpr int kDone = 0;
constexpr int kSkippedSome = 3; // done, but for some files, which the document lists
constexpr int kCancelled = 130;

std::string textOf(const Json& reply, const char* key) {
    const auto found = reply.find(key);
    return found != reply.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// The one line "error: what, which file, what to do".
std::string complaintIn(std::string_view errors) {
    constexpr std::string_view kMark("error: ");
    const auto begin = errors.rfind(kMark);
    if (begin == std::string_view::npos) return {};
    const auto rest = errors.substr(begin + kMark.size());
    return std::string(rest.substr(0, rest.find('\n')));
}

Result<Json> documentOf(const Json& reply) {
    if (!reply.is_object() || !reply.contains("status") || !reply["status"].is_number_integer())
        return fail(ErrorCode::internal, "the worker's answer to a command cannot be read");
    const auto status = reply["status"].get<int64_t>();
    if (status == kCancelled) return fail(ErrorCode::cancelled, "cancelled");
    if (status != kDone && status != kSkippedSome) {
        std::string complaint = complaintIn(textOf(reply, "err"));
        return fail(ErrorCode::invalidInput, complaint.empty() ? "the command failed" : std::move(complaint));
    }
    Json document = Json::parse(textOf(reply, "out"), nullptr, false);
    if (document.is_discarded()) return fail(ErrorCode::internal, "the worker's answer to a command cannot be read");
    return document;
}

} // namespace

WorkerClient::RequestId WorkerClient::command(const QStringList& arguments, QObject* context, Done done,
                                              OnProgress onProgress) {
    Json args = Json::array();
    for (const QString& argument : arguments)
        args.push_back(argument.toStdString());
    args.push_back("--json");
    std::error_code ignored; // without a folder to stand in, relative paths fail in the worker, which says so
    Json params{{"args", std::move(args)}, {"cwd", std::filesystem::current_path(ignored).native()}};
    const auto onReply = [done = std::move(done)](const Result<Json>& reply) {
        done(reply ? documentOf(*reply) : reply);
    };
    return call(method::kCommand, std::move(params), context, onReply, std::move(onProgress));
}

} // namespace fusefind
