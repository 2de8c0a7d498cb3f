// How smoothly a large map is moved and zoomed: bench_map_view [points]. Prints how long the event loop was blocked at
// most in each frame, in milliseconds. Needs a screen, or QT_QPA_PLATFORM=offscreen.
#include "ui/map_fixture.h"

#include <fmt/format.h>

#include <QtCore/QElapsedTimer>
#include <algorithm>
#include <cmath>
#include <random>

using namespace fusefind;

namespace {

constexpr int kFrames = 300;
constexpr int kFrameMs = 16;

// Clusters of some thousand.
MapStep madeUpMap(int points) {
    constexpr int kOfCluster = 2000;
    std::mt19937 random(1);
    std::normal_distribution<float> normal;
    std::uniform_real_distribution<float> anywhere(-30, 30);
    MapStep step;
    float x = 0;
    float y = 0;
    for (int i = 0; i < points; ++i) {
        if (i % kOfCluster == 0) {
            x = anywhere(random);
            y = anywhere(random);
        }
        step.pairs.push_back(i + 1);
        step.kinds.push_back(static_cast<DataPairKind>(i / kOfCluster % 3));
        step.scores.push_back(0.3F + 0.1F * normal(random));
        step.places.push_back(x + normal(random));
        step.places.push_back(y + normal(random));
    }
    return step;
}

// Longest times without a turn of the event loop, a change a frame, sorted.
template <class Change>
void measure(const char* what, Change change) {
    std::vector<double> longest;
    QElapsedTimer frame;
    QElapsedTimer turn;
    for (int i = 0; i < kFrames; ++i) {
        double blocked = 0;
        frame.start();
        turn.start();
        change(i);
        do {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
            blocked = std::max(blocked, static_cast<double>(turn.nsecsElapsed()) / 1e6);
            QTest::qSleep(1);
            turn.start();
        } while (frame.elapsed() < kFrameMs);
        longest.push_back(blocked);
    }
    std::ranges::sort(longest);
    fmt::print("{:<44} median {:>6.1f} ms, 99 % {:>6.1f} ms, longest {:>6.1f} ms\n", what, longest[kFrames / 2],
               longest[kFrames * 99 / 100], longest.back());
}

} // namespace

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    const int points = argc > 1 ? std::atoi(argv[1]) : 100'000;
    MapFixture fixture;
    fixture.worker.answerInPart(method::kDataMap,
                                [points](const Json&) -> Result<Json> { return toJson(madeUpMap(points)); });
    fixture.panel.resize(1400, 900);
    fixture.panel.setDataSet(1);
    fixture.panel.show();
    if (!QTest::qWaitFor([&] { return fixture.panel.map().answer() && fixture.view.isDrawn(); }, 60'000)) return 1;
    MapView& view = fixture.view;
    measure("dragging", [&](int i) {
        fixture.drag({{700, 450}, {700 + 10 * std::sin(i / 10.0), 450 + 10 * std::cos(i / 10.0)}});
    });
    measure("zooming", [&](int i) { view.zoomBy(i % 100 < 50 ? 1.05 : 1 / 1.05); });
    view.fit();
    measure("hovering", [&](int i) { fixture.hover({200.0 + 3 * i, 300}); });
    measure("choosing by a lasso", [&](int i) {
        fixture.drag({{100, 100}, {100.0 + i, 800}, {1200, 800}, {1200, 100}}, Qt::ShiftModifier);
    });
    measure("new places for all", [&](int i) {
        if (i % 20 == 0) Q_EMIT fixture.panel.map().moved();
    });
    QElapsedTimer drawing;
    drawing.start();
    view.setColouring(MapColouring::score);
    if (!QTest::qWaitFor([&] { return view.isDrawn(); })) return 1;
    fmt::print("{:<44} {:>10} ms\n", "from a change to its picture", drawing.elapsed());
    return 0;
}
