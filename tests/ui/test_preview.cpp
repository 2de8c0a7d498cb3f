#include "ui/preview_fixture.h"
#include "ui/views/preview/inspector.h"
#include "ui/views/preview/picture_view.h"
#include "ui/views/preview/preview_dialog.h"

#include <QtGui/QAccessible>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractScrollArea>
#include <cmath>

namespace fusefind {

class TestPreview : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { fixture_ = std::make_unique<PreviewFixture>(); }
    void cleanup() { fixture_.reset(); }

    void zoomingInAsksForMorePixelsAndKeepsThePointUnderTheCursor() {
        PictureView view(fixture_->client);
        view.resize(400, 300);
        view.show();
        view.open(pictureHit("/p/white.jpg").item, 400);
        QTRY_COMPARE(view.image().width(), 400);
        QVERIFY(view.fitted());
        QTest::keyClick(&view, Qt::Key_1);
        QCOMPARE(view.zoom(), 1.0);
        QTRY_COMPARE(view.image().width(), 4000);
        QTest::keyClick(&view, Qt::Key_Equal, Qt::ControlModifier);
        QVERIFY(view.zoom() > 1.2);
        QTest::keyClick(&view, Qt::Key_Minus, Qt::ControlModifier);
        QVERIFY(std::abs(view.zoom() - 1) < 1e-6);
        QTest::keyClick(&view, Qt::Key_0);
        QVERIFY(view.fitted());
        QCOMPARE(view.zoom(), 0.1);
    }

    void thePreviewAnswersToTheKeyboard() {
        PreviewDialog dialog(fixture_->client);
        QSignalSpy next(&dialog, &PreviewDialog::nextRequested);
        QSignalSpy previous(&dialog, &PreviewDialog::previousRequested);
        std::filesystem::path opened;
        connect(&dialog, &PreviewDialog::openRequested, this, [&](const auto& path) { opened = path; });
        dialog.preview(pictureHit("/p/white.jpg"));
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QTRY_VERIFY(!dialog.findChild<PictureView*>()->image().isNull());
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Right);
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Left);
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
        QCOMPARE(next.count(), 1);
        QCOMPARE(previous.count(), 1);
        QCOMPARE(opened, std::filesystem::path("/p/white.jpg"));
        dialog.resize(700, 500);
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Space);
        QVERIFY(!dialog.isVisible());
        QVERIFY(dialog.findChild<PictureView*>()->image().isNull());
        dialog.preview(soundHit(100));
        QVERIFY(dialog.isVisible());
        QCOMPARE(dialog.size(), QSize(700, 500));
        QTest::keyClick(dialog.focusWidget() ? dialog.focusWidget() : &dialog, Qt::Key_Space);
        QVERIFY(!dialog.isVisible());
        dialog.preview(soundHit(100));
        QTest::keyClick(dialog.focusWidget() ? dialog.focusWidget() : &dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    }

    void everyControlHasAName() {
        Inspector inspector(fixture_->client);
        PreviewDialog dialog(fixture_->client);
        for (const QWidget* window : {static_cast<QWidget*>(&inspector), static_cast<QWidget*>(&dialog)})
            for (QWidget* widget : window->findChildren<QWidget*>()) {
                if (!(widget->focusPolicy() & Qt::TabFocus) || qobject_cast<QAbstractScrollArea*>(widget)) continue;
                QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
                QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(),
                         widget->metaObject()->className());
            }
    }

private:
    std::unique_ptr<PreviewFixture> fixture_;
};

} // namespace fusefind

QTEST_MAIN(fusefind::TestPreview)
#include "test_preview.moc"
