#include "core/protocol/message.h"

#include "core/protocol/internal/fields.h"

#include <fmt/format.h>

#include <array>

namespace fusefind {

namespace {

struct CodeName {
    ErrorCode code;
    const char* name;
};
constexpr std::array kCodeNames{CodeName{ErrorCode::invalidInput, "invalidInput"},
                                CodeName{ErrorCode::notFound, "notFound"},
                                CodeName{ErrorCode::unsupported, "unsupported"},
                                CodeName{ErrorCode::limit, "limit"},
                                CodeName{ErrorCode::io, "io"},
                                CodeName{ErrorCode::busy, "busy"},
                                CodeName{ErrorCode::cancelled, "cancelled"},
                                CodeName{ErrorCode::outOfMemory, "outOfMemory"},
                                CodeName{ErrorCode::internal, "internal"}};

Json bodyOf(const Hello& hello) {
    return {{"type", "hello"}, {"protocol", hello.protocol}, {"version", hello.version}, {"pid", hello.pid}};
}
Json bodyOf(const Request& request) {
    return {{"type", "request"}, {"id", request.id}, {"method", request.method}, {"params", request.params}};
}
Json bodyOf(const Cancel& cancel) {
    return {{"type", "cancel"}, {"id", cancel.id}};
}
Json bodyOf(const ProgressNote& note) {
    const Progress& progress = note.progress;
    return {{"type", "progress"},    {"id", note.id},           {"phase", progress.phase},
            {"done", progress.done}, {"total", progress.total}, {"detail", progress.detail}};
}
Json bodyOf(const Partial& partial) {
    return {{"type", "partial"}, {"id", partial.id}, {"value", partial.value}};
}
Json bodyOf(const Reply& reply) {
    if (reply.result) return {{"type", "reply"}, {"id", reply.id}, {"value", *reply.result}};
    return {{"type", "reply"}, {"id", reply.id}, {"error", toJson(reply.result.error())}};
}
Json bodyOf(const Event& event) {
    return {{"type", "event"}, {"name", event.name}, {"value", event.value}};
}

void readId(FieldReader& fields, uint64_t& id) {
    fields.whole<uint64_t>("id", id, 0, std::numeric_limits<uint64_t>::max());
}

Result<Json> asItIs(const Json& json) {
    return json;
}

// Of a Hello only the number is insisted on: the sentence about another version needs no more.
Result<Message> readHello(const Json& json, FieldReader& fields) {
    Hello hello;
    fields.whole("protocol", hello.protocol, 0, std::numeric_limits<int>::max());
    if (json.contains("version") && json["version"].is_string()) hello.version = json["version"];
    if (json.contains("pid") && json["pid"].is_number_integer()) hello.pid = json["pid"];
    return fields.finish(Message(hello));
}

Result<Message> readRequest(const Json&, FieldReader& fields) {
    Request request;
    readId(fields, request.id);
    fields.text("method", request.method);
    fields.value("params", request.params, asItIs);
    return fields.finish(Message(std::move(request)));
}

Result<Message> readCancel(const Json&, FieldReader& fields) {
    Cancel cancel;
    readId(fields, cancel.id);
    return fields.finish(Message(cancel));
}

Result<Message> readProgress(const Json&, FieldReader& fields) {
    ProgressNote note;
    readId(fields, note.id);
    fields.text("phase", note.progress.phase);
    fields.whole<int64_t>("done", note.progress.done, 0, kMostCount);
    fields.whole<int64_t>("total", note.progress.total, 0, kMostCount);
    fields.text("detail", note.progress.detail);
    return fields.finish(Message(std::move(note)));
}

Result<Message> readPartial(const Json&, FieldReader& fields) {
    Partial partial;
    readId(fields, partial.id);
    fields.value("value", partial.value, asItIs);
    return fields.finish(Message(std::move(partial)));
}

Result<Message> readReply(const Json& json, FieldReader& fields) {
    uint64_t id = 0;
    readId(fields, id);
    if (json.contains("error")) return fields.finish(Message(Reply{id, fail(errorFromJson(json["error"]))}));
    Json value;
    fields.value("value", value, asItIs);
    return fields.finish(Message(Reply{id, std::move(value)}));
}

Result<Message> readEvent(const Json&, FieldReader& fields) {
    Event event;
    fields.text("name", event.name);
    fields.value("value", event.value, asItIs);
    return fields.finish(Message(std::move(event)));
}

struct Kind {
    const char* type;
    Result<Message> (*read)(const Json&, FieldReader&);
};
constexpr std::array kKinds{Kind{"hello", readHello},       Kind{"request", readRequest}, Kind{"cancel", readCancel},
                            Kind{"progress", readProgress}, Kind{"partial", readPartial}, Kind{"reply", readReply},
                            Kind{"event", readEvent}};

} // namespace

Json toJson(const Message& message) {
    return std::visit([](const auto& kind) { return bodyOf(kind); }, message);
}

Result<Message> messageFromJson(const Json& json) {
    FieldReader fields(json, "the message");
    std::string type;
    fields.text("type", type);
    for (const Kind& kind : kKinds)
        if (type == kind.type) return kind.read(json, fields);
    fields.require(false, "\"type\" is unknown");
    return fields.finish(Message());
}

Json toJson(const Error& error) {
    Json json{{"what", error.what}, {"file", pathJson(error.file)}, {"advice", error.advice}};
    for (const CodeName& each : kCodeNames)
        if (each.code == error.code) json["code"] = each.name;
    return json;
}

Error errorFromJson(const Json& json) {
    Error error;
    std::string code;
    FieldReader fields(json, "the error");
    fields.text("code", code);
    fields.text("what", error.what);
    fields.path("file", error.file);
    fields.text("advice", error.advice);
    for (const CodeName& each : kCodeNames)
        if (code == each.name) error.code = each.code;
    auto read = fields.finish(std::move(error));
    return read ? std::move(*read) : std::move(read).error();
}

} // namespace fusefind
