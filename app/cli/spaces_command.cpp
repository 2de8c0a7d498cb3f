#include "app/cli/commands.h"
#include "app/cli/report.h"
#include "gpu/jobs/space_index.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace fusefind {

namespace {

int listSpaces(Session& session) {
    return session.run([&](Workspace& workspace, JobContext&) -> Result<int> {
        FUSEFIND_TRY_ASSIGN(const auto entries, workspace.spaces().list());
        Json list = Json::array();
        std::string text =
            entries.empty() ? "no spaces yet; train one with `fusefind-cli train DIR --name NAME`\n" : "";
        for (const SpaceEntry& entry : entries) {
            list.push_back({{"name", entry.name}, {"in_use", entry.inUse}});
            text += fmt::format("{} {}\n", entry.inUse ? "*" : " ", entry.name);
        }
        session.output.answer({{"spaces", list}}, text);
        return kExitDone;
    });
}

int showSpace(Session& session, const std::string& name) {
    return session.run([&](Workspace& workspace, JobContext&) -> Result<int> {
        FUSEFIND_TRY_ASSIGN(const auto space, workspace.spaces().load(name));
        session.output.answer(toJson(space->info()), toText(space->info()));
        return kExitDone;
    });
}

// The space serves from the moment its index is ready; until then the old one does.
int useSpace(Session& session, const std::string& name) {
    return session.run([&](Workspace& workspace, JobContext& context) -> Result<int> {
        FUSEFIND_TRY_ASSIGN(const auto space, workspace.spaces().load(name));
        FUSEFIND_TRY(updateIndex(workspace, space, context));
        FUSEFIND_TRY(workspace.spaces().use(name));
        session.output.answer({{"in_use", name}}, fmt::format("the space \"{}\" is in use\n", name));
        return kExitDone;
    });
}

int removeSpace(Session& session, const std::string& name) {
    return session.run([&](Workspace& workspace, JobContext&) -> Result<int> {
        FUSEFIND_TRY(workspace.spaces().remove(name));
        session.output.answer({{"removed", name}}, fmt::format("removed the space \"{}\"\n", name));
        return kExitDone;
    });
}

int exportSpace(Session& session, const std::string& name, const std::filesystem::path& file) {
    return session.run([&](Workspace& workspace, JobContext&) -> Result<int> {
        FUSEFIND_TRY(workspace.spaces().exportTo(name, session.absolute(file)));
        session.output.answer({{"exported", name}}, fmt::format("exported the space \"{}\"\n", name));
        return kExitDone;
    });
}

int importSpace(Session& session, const std::filesystem::path& file, const std::string& name) {
    return session.run([&](Workspace& workspace, JobContext&) -> Result<int> {
        FUSEFIND_TRY_ASSIGN(const std::string imported, workspace.spaces().importFrom(session.absolute(file), name));
        session.output.answer({{"imported", imported}}, fmt::format("imported the space \"{}\"\n", imported));
        return kExitDone;
    });
}

} // namespace

void addSpacesCommands(CLI::App& app, Action& action) {
    CLI::App* spaces = app.add_subcommand("spaces", "Trained spaces");
    spaces->require_subcommand(1)->fallthrough();
    struct Options {
        std::string name;
        std::filesystem::path file;
    };
    auto options = std::make_shared<Options>();
    const auto add = [&](const char* command, const char* help) {
        return spaces->add_subcommand(command, help)->fallthrough();
    };

    add("list", "Show the spaces; * is in use")->callback([&action] { action = listSpaces; });

    CLI::App* show = add("show", "What a space is made of, and its recall");
    show->add_option("NAME", options->name, "Otherwise the one in use");
    show->callback([=, &action] { action = [=](Session& session) { return showSpace(session, options->name); }; });

    CLI::App* use = add("use", "Search in this space from now on");
    use->add_option("NAME", options->name)->required();
    use->callback([=, &action] { action = [=](Session& session) { return useSpace(session, options->name); }; });

    CLI::App* remove = add("remove", "Delete a space");
    remove->add_option("NAME", options->name)->required();
    remove->callback([=, &action] { action = [=](Session& session) { return removeSpace(session, options->name); }; });

    CLI::App* exporting = add("export", "Write a space into one file");
    exporting->add_option("NAME", options->name)->required();
    exporting->add_option("FILE", options->file)->required();
    exporting->callback([=, &action] {
        action = [=](Session& session) { return exportSpace(session, options->name, options->file); };
    });

    CLI::App* importing = add("import", "Take in an exported space");
    importing->add_option("FILE", options->file)->required();
    importing->add_option("--name", options->name, "Otherwise the one it was exported under");
    importing->callback([=, &action] {
        action = [=](Session& session) { return importSpace(session, options->file, options->name); };
    });
}

} // namespace fusefind
