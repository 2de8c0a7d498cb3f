#include "core/library/pairs/delimited_file.h"

#include <csv.h>
#include <fmt/format.h>

#include <memory>

namespace fusefind {

namespace {

struct FreeParser {
    void operator()(csv_parser* parser) const {
        csv_free(parser);
        delete parser;
    }
};

struct Reading {
    DelimitedRow row;
    size_t line = 0;     // being read
    size_t rowStart = 0; // line the row began on; 0 between rows
    Status status;
    const std::function<Status(const DelimitedRow&)>* onRow = nullptr;
};

void onCell(void* data, size_t size, void* context) {
    static_cast<Reading*>(context)->row.cells.emplace_back(static_cast<const char*>(data), size);
}

void onRowEnd(int, void* context) {
    auto& reading = *static_cast<Reading*>(context);
    reading.row.line = reading.rowStart;
    if (reading.status) reading.status = (*reading.onRow)(reading.row);
    reading.row.cells.clear();
    reading.rowStart = 0;
}

Error parseError(csv_parser& parser, const Reading& reading, const std::filesystem::path& path) {
    if (csv_error(&parser) != CSV_EPARSE) return {ErrorCode::outOfMemory, "not enough memory for a row", path, {}};
    const size_t line = reading.rowStart ? reading.rowStart : reading.line;
    return {ErrorCode::invalidInput, fmt::format("line {}: a quote is not closed or stands in the wrong place", line),
            path, "a cell with a quote in it is written \"like \"\"this\"\"\""};
}

} // namespace

Status readDelimited(std::string_view text, char delimiter, const std::filesystem::path& path,
                     const std::function<Status(const DelimitedRow&)>& onRow) {
    const std::unique_ptr<csv_parser, FreeParser> parser(new csv_parser{});
    if (csv_init(parser.get(), CSV_STRICT | CSV_STRICT_FINI) != 0)
        return fail(ErrorCode::internal, "cannot start reading", path);
    csv_set_blk_size(parser.get(), 64 << 10); // the buffer grows by this: 128 bytes make a long cell slow
    csv_set_delim(parser.get(), static_cast<unsigned char>(delimiter));
    Reading reading;
    reading.onRow = &onRow;
    // Line by line, so that an error can name its line.
    while (!text.empty() && reading.status) {
        const size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end == std::string_view::npos ? end : end + 1);
        ++reading.line;
        if (reading.rowStart == 0) reading.rowStart = reading.line;
        if (csv_parse(parser.get(), line.data(), line.size(), onCell, onRowEnd, &reading) != line.size())
            return fail(parseError(*parser, reading, path));
        if (reading.row.cells.empty() && line.find_first_not_of(" \t\r\n") == std::string_view::npos && !parser->quoted)
            reading.rowStart = 0; // an empty line begins no row
        text.remove_prefix(line.size());
    }
    if (reading.status && csv_fini(parser.get(), onCell, onRowEnd, &reading) != 0)
        return fail(parseError(*parser, reading, path));
    return reading.status;
}

} // namespace fusefind
