#pragma once

#include "core/protocol/map_messages.h"
#include "core/protocol/methods.h"
#include "ui/stand_in_worker.h"
#include "ui/views/dataset/map_panel.h"

#include <QtGui/QMouseEvent>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

namespace fusefind {

// The panel with a map of 100 pairs on a grid of ten by ten, row by row: 1 to 100. The last row are sounds, every tenth
// is for validation, and the last pair of each row has one half only.
struct MapFixture {
    explicit MapFixture(int64_t notEncoded = 0) {
        serveLibrary(worker, 200, 0); // for the small pictures
        worker.answerInPart(method::kDataMap, [](const Json&) -> Result<Json> { return toJson(grid()); });
        worker.answer(method::kDataMap, [notEncoded](const Json&) -> Result<Json> {
            return toJson(MapAnswer{100, notEncoded});
        });
        worker.answer(method::kDataNumbers, [](const Json& params) -> Result<Json> {
            PairNumbers numbers;
            const auto filter = dataSelectionFromJson(params).value().filter;
            for (int64_t pair = 1; pair <= 100; ++pair)
                if (passes(filter, pair)) numbers.pairs.push_back(pair);
            return toJson(numbers);
        });
        worker.answer(method::kDataPage, [](const Json& params) -> Result<Json> {
            DataPair pair;
            pair.id = dataPageRequestFromJson(params).value().filter.pairs.at(0);
            pair.image = "/library/picture " + std::to_string(3 * pair.id) + ".jpg";
            pair.caption = "thing " + std::to_string(pair.id);
            return toJson(DataPairPage{1, {pair}});
        });
        client.start();
        window.resize(900, 700);
        panel.resize(window.size());
    }

    [[nodiscard]] bool shows(int64_t dataSet = 1) {
        panel.setDataSet(dataSet);
        window.show();
        window.activateWindow();
        return QTest::qWaitFor([&] { return panel.map().size() == 100 && panel.map().answer(); }) && settles();
    }
    [[nodiscard]] bool settles() {
        return QTest::qWaitFor([&] { return view.isDrawn(); });
    }

    [[nodiscard]] QPointF at(int64_t pair) const { return view.placeOf(pair).value_or(QPointF(-1, -1)); }
    void drag(const std::vector<QPointF>& way, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const {
        send(QEvent::MouseButtonPress, way.front(), modifiers);
        for (const QPointF& point : way)
            send(QEvent::MouseMove, point, modifiers);
        send(QEvent::MouseButtonRelease, way.back(), modifiers);
    }
    void click(QPointF point, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const {
        send(QEvent::MouseButtonPress, point, modifiers);
        send(QEvent::MouseButtonRelease, point, modifiers);
    }
    void hover(QPointF point) const {
        QMouseEvent event(QEvent::MouseMove, point, view.mapToGlobal(point), Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(&view, &event);
    }
    // Around the rectangle of points that has these two at its corners.
    [[nodiscard]] std::vector<QPointF> around(int64_t topLeft, int64_t bottomRight) const {
        constexpr double kMargin = 8;
        const QRectF inside = QRectF(at(topLeft), at(bottomRight)).adjusted(-kMargin, -kMargin, kMargin, kMargin);
        return {inside.topLeft(), inside.topRight(), inside.bottomRight(), inside.bottomLeft()};
    }

    static MapStep grid() {
        MapStep step;
        for (int64_t pair = 1; pair <= 100; ++pair) {
            const int64_t row = (pair - 1) / 10;
            step.pairs.push_back(pair);
            step.kinds.push_back(row == 9 ? DataPairKind::audioText : DataPairKind::imageText);
            step.scores.push_back(pair % 10 == 0 ? kNoScore : static_cast<float>(pair) / 100);
            step.places.push_back(static_cast<float>((pair - 1) % 10));
            step.places.push_back(static_cast<float>(row));
        }
        return step;
    }
    static bool passes(const DataPairFilter& filter, int64_t pair) {
        const Split split = pair % 10 == 5 ? Split::validation : Split::train;
        return filter.splits.empty() || filter.splits.contains(split);
    }

    StandInWorker worker;
    WorkerClient client{worker.options()};
    QWidget window; // without a layout: its limits of size are none that this platform would warn of
    MapPanel panel{client, &window};
    MapView& view = panel.view();

private:
    void send(QEvent::Type type, QPointF point, Qt::KeyboardModifiers modifiers) const {
        const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
        const Qt::MouseButtons held = type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
        QMouseEvent event(type, point, view.mapToGlobal(point), button, held, modifiers);
        QApplication::sendEvent(&view, &event);
    }
};

} // namespace fusefind
