#pragma once

#include "core/protocol/methods.h"
#include "ui/stand_in_worker.h"
#include "ui/views/search/facet_panel.h"
#include "ui/views/search/query_box.h"
#include "ui/views/search/result_view.h"
#include "ui/views/search/search_page.h"
#include "ui/views/widgets/notice_bar.h"

#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

namespace fusefind {

// The search page on a made-up library, in a window of its own.
struct SearchPageFixture {
    explicit SearchPageFixture(int64_t library = 2000, int hits = 20) {
        serveLibrary(worker, library, hits);
        client.start();
        window.resize(1000, 700);
        page.resize(window.size());
        window.show();
        window.activateWindow();
    }

    [[nodiscard]] bool shows(int rows) {
        return QTest::qWaitFor([&] { return view.model()->rowCount() == rows; });
    }
    void type(const char* text) { QTest::keyClicks(&line, QString::fromUtf8(text)); }
    [[nodiscard]] LibraryQuery lastQuery() const {
        return libraryQueryFromJson(worker.asked(method::kSearch).back()).value();
    }
    [[nodiscard]] bool says(const QString& text) {
        return QTest::qWaitFor([&] {
            for (const NoticeBar* notice : page.findChildren<NoticeBar*>())
                if (notice->isVisible() && notice->text().contains(text)) return true;
            for (const QLabel* label : page.findChildren<QLabel*>())
                if (label->isVisible() && label->text().contains(text)) return true;
            return false;
        });
    }
    template <class T>
    T& child() {
        return *page.findChild<T*>();
    }
    QCheckBox* kindBox(const char* name) {
        for (QCheckBox* box : child<FacetPanel>().template findChildren<QCheckBox*>())
            if (box->isVisible() && box->text() == QLatin1String(name)) return box;
        return nullptr;
    }

    StandInWorker worker;
    WorkerClient client{worker.options()};
    TempDir files;
    QWidget window; // without a layout: the offscreen platform warns of a window's least size
    SearchPage page{client, &window};
    QLineEdit& line = *page.findChild<QueryBox*>()->findChild<QLineEdit*>();
    ResultView& view = *page.findChild<ResultView*>();
};

} // namespace fusefind
