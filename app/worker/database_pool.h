#pragma once

#include "core/library/database.h"

#include <mutex>
#include <vector>

namespace fusefind {

// Connections to a library for threads that ask it now and then: each is lent to one of them at a time and kept, with
// its prepared statements, for the next. Thread-safe.
class DatabasePool {
public:
    // Of a library that Database::open() has checked.
    explicit DatabasePool(std::filesystem::path file) : file_(std::move(file)) {}

    // use(database), which returns a Result. Errors: as Database::connect, and what `use` says.
    template <class Use>
    auto with(Use use) -> decltype(use(std::declval<Database&>())) {
        FUSEFIND_TRY_ASSIGN(Database database, take());
        auto result = use(database);
        if (result) giveBack(std::move(database)); // one that failed is closed, and the next begins anew
        return result;
    }

private:
    Result<Database> take() {
        const std::lock_guard lock(mutex_);
        if (idle_.empty()) return Database::connect(file_);
        Database database = std::move(idle_.back());
        idle_.pop_back();
        return database;
    }
    void giveBack(Database database) {
        const std::lock_guard lock(mutex_);
        idle_.push_back(std::move(database));
    }

    std::filesystem::path file_;
    std::mutex mutex_;
    std::vector<Database> idle_;
};

} // namespace fusefind
