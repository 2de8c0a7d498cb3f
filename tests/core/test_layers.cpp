#include "core/base/atomic_file.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>
#include <filesystem>
#include <string>
#include <vector>

using namespace fusefind;
namespace fs = std::filesystem;

namespace {

struct Rule {
    std::string folder;
    bool headersOnly;
    QRegularExpression forbidden; // what an #include there must not name
};

const std::string kTorch = "(torch/|ATen/|c10/)";
const std::string kQt = "Q[A-Z]";
const std::string kLibraries = "(opencv2/|curl/|libav|libsw|hnswlib/|sqlite3|libheif|exiv2|Eigen/)";

std::vector<Rule> rules() {
    const auto including = [](const std::string& what) {
        return QRegularExpression(QString::fromStdString("^[<\"](" + what + ")"));
    };
    return {{"core", false, including(kQt + "|Qt|" + kTorch + "|gpu/|ui/|app/")},
            {"core", true, including(kLibraries + "|tbb/|openssl/")},
            {"gpu", false, including(kQt + "|Qt|ui/|app/|opencv2/|libav|hnswlib/|sqlite3")},
            {"gpu", true, including("torch/torch\\.h")},
            {"ui", false, including(kTorch + "|" + kLibraries + "|gpu/|app/")}};
}

std::vector<std::string> includesOf(const fs::path& file) {
    const QString text = QString::fromStdString(readFile(file).value());
    static const QRegularExpression include(QStringLiteral("(?:^|\n)\\s*#\\s*include\\s*([<\"][^>\"]+)"));
    std::vector<std::string> found;
    for (const auto& match : include.globalMatch(text))
        found.push_back(match.captured(1).toStdString());
    return found;
}

std::vector<std::string> breaches(const fs::path& root, const Rule& rule) {
    std::vector<std::string> found;
    if (!fs::exists(root / rule.folder)) return found;
    for (const auto& entry : fs::recursive_directory_iterator(root / rule.folder)) {
        const auto extension = entry.path().extension();
        if (extension != ".h" && (rule.headersOnly || extension != ".cpp")) continue;
        // internal/ holds headers that only their own folder includes.
        if (rule.headersOnly && entry.path().parent_path().filename() == "internal") continue;
        for (const auto& include : includesOf(entry.path()))
            if (rule.forbidden.match(QString::fromStdString(include)).hasMatch())
                found.push_back(entry.path().lexically_relative(root).string() + " includes " + include.substr(1));
    }
    return found;
}

} // namespace

class TestLayers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noFileIncludesWhatItsLayerMayNot() {
        std::string all;
        for (const Rule& rule : rules())
            for (const auto& breach : breaches(FUSEFIND_SOURCE_DIR, rule))
                all += breach + "\n";
        QVERIFY2(all.empty(), all.c_str());
    }

    void everyFolderOfMoreThanThreeFilesHasAReadme() {
        std::string all;
        for (const char* layer : {"core", "gpu", "app", "tests", "packaging"}) {
            for (const auto& entry : fs::recursive_directory_iterator(fs::path(FUSEFIND_SOURCE_DIR) / layer)) {
                if (!entry.is_directory() || entry.path().filename() == "__pycache__") continue;
                const auto files = std::count_if(fs::directory_iterator(entry.path()), fs::directory_iterator(),
                                                 [](const auto& file) { return file.is_regular_file(); });
                if (files > 3 && !fs::exists(entry.path() / "README.md"))
                    all += entry.path().lexically_relative(FUSEFIND_SOURCE_DIR).string() + " has no README.md\n";
            }
        }
        QVERIFY2(all.empty(), all.c_str());
    }
};

QTEST_GUILESS_MAIN(TestLayers)
#include "test_layers.moc"
