#include "core/library/datasets/captions.h"

#include "core/base/text.h"

namespace fusefind {

namespace {

constexpr size_t kMostTyped = 1000; // bytes and words of a question
constexpr size_t kMostWords = 50;

// The index holds no captions of its own: what is forgotten has to be said word by word.
constexpr std::string_view kForget = "INSERT INTO caption_words (caption_words, rowid, text)"
                                     " SELECT 'delete', id, text FROM data_captions WHERE id = ?1";

} // namespace

Status addCaption(Database& database, int64_t id, int64_t reading, std::string_view text,
                  const std::optional<std::string>& original) {
    FUSEFIND_TRY(database.execute("INSERT INTO data_captions (id, reading, text, original) VALUES (?1, ?2, ?3, ?4)", id,
                                  reading, text, original));
    return database.execute("INSERT INTO caption_words (rowid, text) VALUES (?1, ?2)", id, text);
}

Status setCaption(Database& database, int64_t id, std::string_view text, const std::optional<std::string>& original) {
    FUSEFIND_TRY(database.execute(kForget, id));
    FUSEFIND_TRY(
        database.execute("UPDATE data_captions SET text = ?2, original = ?3 WHERE id = ?1", id, text, original));
    return database.execute("INSERT INTO caption_words (rowid, text) VALUES (?1, ?2)", id, text);
}

Result<int64_t> removeCaptions(Database& database, int64_t reading, int64_t most) {
    FUSEFIND_TRY(
        database.execute("INSERT INTO caption_words (caption_words, rowid, text)"
                         " SELECT 'delete', id, text FROM data_captions WHERE reading = ?1 ORDER BY id LIMIT ?2",
                         reading, most));
    FUSEFIND_TRY(database.execute("DELETE FROM data_captions WHERE id IN"
                                  " (SELECT id FROM data_captions WHERE reading = ?1 ORDER BY id LIMIT ?2)",
                                  reading, most));
    return database.changedRows();
}

std::string captionQuery(std::string_view typed) {
    const std::string line = singleLine(toUtf8(typed.substr(0, kMostTyped)));
    std::string query;
    size_t words = 0;
    for (size_t begin = line.find_first_not_of(' '); begin != std::string::npos && words < kMostWords; ++words) {
        const size_t end = std::min(line.find(' ', begin), line.size());
        query += query.empty() ? "\"" : " \"";
        for (const char c : std::string_view(line).substr(begin, end - begin))
            query.append(c == '"' ? 2 : 1, c);
        query += '"';
        begin = line.find_first_not_of(' ', end);
    }
    const bool unfinished = !line.empty() && !line.ends_with(' ');
    return query.empty() || !unfinished ? query : query + '*';
}

} // namespace fusefind
