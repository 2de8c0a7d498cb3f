#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <variant>

namespace fusefind {

using Json = nlohmann::ordered_json;

// Grows with every change that an older side would misunderstand.
inline constexpr int kProtocolVersion = 1;

// The first message of either side. A side that reads another protocol number says so and hangs up.
struct Hello {
    int protocol = kProtocolVersion;
    std::string version; // of the program, for people
    int64_t pid = 0;
};

// Client to worker. Ids are the client's own, each used once a connection.
struct Request {
    uint64_t id = 0;
    std::string method; // methods.h
    Json params;
};
struct Cancel {
    uint64_t id = 0; // the request still gets its Reply
};

// Worker to client: any number of these, then one Reply.
struct ProgressNote {
    uint64_t id = 0;
    Progress progress; // at most 20 times a second
};
struct Partial {
    uint64_t id = 0;
    Json value;
};
struct Reply {
    uint64_t id = 0;
    Result<Json> result;
};

// Worker to every client, unasked.
struct Event {
    std::string name;
    Json value;
};

using Message = std::variant<Hello, Request, Cancel, ProgressNote, Partial, Reply, Event>;

Json toJson(const Message& message);
// Errors: invalidInput (not a message).
Result<Message> messageFromJson(const Json& json);

Json toJson(const Error& error);
Error errorFromJson(const Json& json);

} // namespace fusefind
