#pragma once

namespace fusefind {

// Whether a sound server answers on this machine. To be asked before anything of Qt Multimedia is touched: without a
// server it complains of a fault where there is none.
bool soundServerRuns();

} // namespace fusefind
