#pragma once

class QString;
class QTreeView;

namespace fusefind {

// The one look of tables: flat rows with room around the text, whole rows selected, `name` for screen readers.
void dressTable(QTreeView& table, const QString& name);

} // namespace fusefind
