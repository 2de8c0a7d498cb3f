#pragma once

#include "core/protocol/methods.h"
#include "ui/stand_in_worker.h"

namespace fusefind {

// A library that the stand-in worker keeps: folders come and go by its commands and the pages hear of it, as with the
// real one. What is not scripted here can be set before the client starts, or changed and then told.
class StandInLibrary {
public:
    explicit StandInLibrary(StandInWorker& worker);

    Facets facets;
    ScanState scan;
    Json status;                                    // the document of `status`
    Json models;                                    // of `models list`
    std::vector<std::string> spaces{"sample"};      // by name; status["space"] is in use
    std::string addComplaint;                       // why `library add` or `models add` fails; empty: it does not
    std::string programFolder;                      // a model there is a program
    std::vector<std::vector<std::string>> commands; // that were run, but for --json

    void setFolders(const std::vector<FolderFacet>& folders);
    void tellScan(const ScanState& state);
    void tellChanged() { worker_.tell(event::kChanged, Json::object()); }

    [[nodiscard]] bool wasRun(const std::vector<std::string>& command) const;

private:
    Json run(const std::vector<std::string>& command);
    void add(const std::vector<std::string>& paths);
    void remove(const std::vector<std::string>& paths);
    Json runSpaces(const std::vector<std::string>& command);
    Json runModels(const std::vector<std::string>& command);

    StandInWorker& worker_;
};

} // namespace fusefind
