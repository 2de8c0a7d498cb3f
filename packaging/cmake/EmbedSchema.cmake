# cmake -DOUTPUT=schema.cpp -DFILES=001_a.sql,002_b.sql -P EmbedSchema.cmake: the schema's SQL files, in order, as a C++ source.
string(REPLACE "," ";" files "${FILES}")
list(SORT files)
set(entries "")
foreach(file ${files})
  file(READ ${file} sql)
  string(APPEND entries "R\"sql(${sql})sql\",\n")
endforeach()
list(LENGTH files count)
file(WRITE ${OUTPUT} "#include \"core/library/schema.h\"

#include <array>

namespace fusefind {

namespace {
constexpr std::array<const char*, ${count}> kFiles{
${entries}};
} // namespace

std::span<const char* const> schemaFiles() { return kFiles; }

} // namespace fusefind
")
