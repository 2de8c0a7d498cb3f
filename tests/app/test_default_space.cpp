#include "app/cli.h"
#include "support/media_files.h"
#include "support/temp_dir.h"

#include <QtCore/QFloat16>
#include <QtTest/QTest>
#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <numbers>

using namespace fusefind;

namespace {

using Colour = std::array<uint8_t, 3>;
using Point = std::array<double, 2>;

constexpr int kSide = 320;

// Drawings that the picture encoders take for the thing itself.
class Drawing {
public:
    explicit Drawing(const Colour& background) {
        picture_ = {.width = kSide, .height = kSide, .rgb = std::vector<uint8_t>(size_t{3} * kSide * kSide)};
        fill(background, [](Point) { return true; });
    }
    void disc(Point centre, double radius, const Colour& colour) {
        fill(colour, [&](Point p) { return std::hypot(p[0] - centre[0], p[1] - centre[1]) <= radius; });
    }
    void box(Point from, Point to, const Colour& colour) {
        fill(colour, [&](Point p) { return p[0] >= from[0] && p[0] <= to[0] && p[1] >= from[1] && p[1] <= to[1]; });
    }
    void stroke(Point from, Point to, double width, const Colour& colour) {
        const Point along{to[0] - from[0], to[1] - from[1]};
        fill(colour, [&](Point p) {
            const double reach = ((p[0] - from[0]) * along[0] + (p[1] - from[1]) * along[1]) /
                                 (along[0] * along[0] + along[1] * along[1]);
            const double t = std::clamp(reach, 0.0, 1.0);
            return std::hypot(p[0] - from[0] - t * along[0], p[1] - from[1] - t * along[1]) <= width / 2;
        });
    }
    void write(const std::filesystem::path& file) const {
        std::ofstream(file, std::ios::binary) << encodePicture(picture_, ".png");
    }

private:
    template <class Inside>
    void fill(const Colour& colour, const Inside& inside) {
        for (int y = 0; y < kSide; ++y)
            for (int x = 0; x < kSide; ++x)
                if (inside({double(x), double(y)}))
                    std::ranges::copy(colour, picture_.rgb.begin() + 3 * (y * kSide + x));
    }

    Picture picture_;
};

void drawClock(const std::filesystem::path& file) {
    constexpr Point kCentre{160, 160};
    const auto at = [&](double hours, double radius) {
        const double angle = hours * std::numbers::pi / 6;
        return Point{kCentre[0] + radius * std::sin(angle), kCentre[1] - radius * std::cos(angle)};
    };
    Drawing clock({200, 190, 170});
    clock.disc(kCentre, 130, {0, 0, 0});
    clock.disc(kCentre, 120, {255, 255, 255});
    for (int hour = 0; hour < 12; ++hour)
        clock.stroke(at(hour, 100), at(hour, 116), 6, {0, 0, 0});
    clock.stroke(kCentre, at(0, 95), 6, {0, 0, 0});
    clock.stroke(kCentre, at(3.9, 67), 9, {0, 0, 0});
    clock.write(file);
}

void drawTrafficLight(const std::filesystem::path& file) {
    Drawing light({120, 170, 220});
    light.box({110, 30}, {210, 270}, {25, 25, 25});
    light.box({150, 270}, {170, 320}, {60, 60, 60});
    light.disc({160, 70}, 35, {255, 40, 30});
    light.disc({160, 150}, 35, {90, 80, 10});
    light.disc({160, 230}, 35, {10, 80, 30});
    light.write(file);
}

} // namespace

// A fresh data directory and the real program: nothing is trained here before the last test.
class TestDefaultSpace : public QObject {
    Q_OBJECT

    TempDir folder_;
    Cli cli_{folder_ / "data"};

    CliRun run(const QStringList& arguments) const {
        return cli_.run(QStringList{QStringLiteral("--json")} + arguments);
    }
    CliRun add(const char* model) const {
        return run({"models", "add", QStringLiteral(FUSEFIND_MODELS_DIR "/") + model});
    }
    nlohmann::json shown() const { return run({"spaces", "show"}).json()["encoders"]; }
    std::string best(const char* words, const char* kind = "image") const {
        const auto hits = run({"search", words, "--in", kind, "--top", "1"}).json()["hits"];
        return hits.empty() ? "" : std::filesystem::path(hits[0]["path"].get<std::string>()).filename().string();
    }

private Q_SLOTS:
    void initTestCase() {
        std::filesystem::create_directories(folder_ / "photos");
        drawClock(folder_ / "photos/one.png");
        drawTrafficLight(folder_ / "photos/two.png");
        QCOMPARE(run({"library", "add", QString::fromStdString((folder_ / "photos").string())}).status, 0);
    }

    void withoutItsEncodersASearchSaysWhichAreMissing() {
        QCOMPARE(run({"spaces", "list"}).json()["spaces"].size(), size_t{0});
        for (const char* added : {"minilm-l6", "efficientnet-lite0"}) {
            const auto found = run({"search", "a clock"});
            QCOMPARE(found.status, 1);
            QVERIFY2(found.err.contains("the default one lacks") && found.err.contains("efficientnet-lite2"),
                     found.err);
            QVERIFY2(found.err.contains(added), found.err);
            QCOMPARE(add(added).status, 0);
        }
        QVERIFY(!run({"search", "a clock"}).err.contains("efficientnet-lite0"));
        QCOMPARE(add("efficientnet-lite2").status, 0);
    }

    void withThemItIsInUseAndFindsPhotosByWords() {
        const auto spaces = run({"spaces", "list"}).json()["spaces"];
        QCOMPARE(spaces.size(), size_t{1});
        QCOMPARE(spaces[0], (nlohmann::json{{"name", "default"}, {"in_use", true}}));
        const auto scan = run({"library", "scan"});
        QVERIFY2(scan.status == 0, scan.err);
        QCOMPARE(best("a round clock on the wall"), "one.png");
        QCOMPARE(best("a red traffic light at an intersection"), "two.png");
        QCOMPARE(run({"status"}).json()["space"], "default");
        QCOMPARE(shown()["image"], (std::vector{"efficientnet-lite0", "efficientnet-lite2"}));
    }

    void withASoundEncoderItHoldsSoundsToo() {
        QVERIFY(!shown().contains("audio"));
        QCOMPARE(add("aisfx").status, 0);
        QCOMPARE(shown()["audio"][0], "aisfx");
        QCOMPARE(best("a round clock on the wall"), "one.png"); // indexed anew
    }

    void itStays() {
        const auto removed = run({"spaces", "remove", "default"});
        QCOMPARE(removed.status, 1);
        QVERIFY2(removed.err.contains("comes with the program"), removed.err);
    }

    void aSpaceOfOnesOwnTakesOverAndGivesBack() {
        const auto file = QString::fromStdString((folder_ / "copy.safetensors").string());
        QCOMPARE(run({"spaces", "export", "default", file}).status, 0);
        QCOMPARE(run({"spaces", "import", file}).status, 1); // the name is taken
        const auto imported = run({"spaces", "import", file, "--name", "own"});
        QVERIFY2(imported.status == 0, imported.err);
        QCOMPARE(run({"search", "a clock"}).json()["space"], "own");
        QCOMPARE(best("a round clock on the wall"), "one.png");
        QCOMPARE(run({"spaces", "use", "default"}).status, 0);
        QCOMPARE(run({"search", "a clock"}).json()["space"], "default");
        QCOMPARE(run({"spaces", "use", "own"}).status, 0);
        QCOMPARE(run({"spaces", "remove", "own"}).status, 0);
        QCOMPARE(run({"search", "a clock"}).json()["space"], "default");
    }
};

QTEST_GUILESS_MAIN(TestDefaultSpace)
#include "test_default_space.moc"
