#pragma once

#include "core/library/database.h"

#include <string>
#include <vector>

namespace fusefind {

// Small choices that live with the library, as text by key.
class Settings {
public:
    explicit Settings(Database& database) : database_(&database) {}

    Result<std::optional<std::string>> get(std::string_view key);
    Status set(std::string_view key, std::string_view value);

private:
    Database* database_;
};

struct SpaceEntry {
    std::string name;
    int64_t createdAtMs = 0;
    bool inUse = false;
};

// Which trained spaces there are and which one, at most, is in use. What a space is made of stands in its folder.
class SpaceList {
public:
    explicit SpaceList(Database& database) : database_(&database) {}

    Result<std::vector<SpaceEntry>> all(); // by name
    Result<std::optional<std::string>> inUse();
    Status
    add(std::string_view name); // trained anew under a name that is there: takes its place, and stays in use if it was
    Status use(std::string_view name); // Errors: notFound
    Status useNone();
    Status remove(std::string_view name);

private:
    Database* database_;
};

} // namespace fusefind
