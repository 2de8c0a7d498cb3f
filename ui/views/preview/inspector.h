#pragma once

#include "core/protocol/library_messages.h"
#include "ui/models/judged_results.h"
#include "ui/views/preview/time_span.h"

#include <QtWidgets/QWidget>

class QAbstractButton;
class QFormLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace fusefind {

class ElidedLabel;
class LatestCall;
class PictureView;
class SimilarStrip;
class SoundPlayer;

// The panel beside the results: what the chosen one looks or sounds like, what is known of it, and what to do with it.
class Inspector : public QWidget {
    Q_OBJECT

public:
    explicit Inspector(WorkerClient& client, QWidget* parent = nullptr);

    // The hit chosen now; none empties the panel. What was still being read for the one before is forgotten. With what
    // is said of it, if it is of a search: `judged` outlives the panel.
    void inspect(const std::optional<LibraryHit>& hit, const JudgedResults* judged = nullptr);
    void showVerdict(); // it may be another now
    void pauseSound();  // something else is to be heard

Q_SIGNALS:
    void moreLike(const std::filesystem::path& path);
    void lessLike(const std::filesystem::path& path);
    void judged(const std::filesystem::path& path, fusefind::Verdict verdict);
    void openRequested(const std::filesystem::path& path);
    void revealRequested(const std::filesystem::path& path);
    void soundStarted();

private:
    QWidget* makeEmptyPage();
    QWidget* makePage(WorkerClient& client);
    QWidget* makeMedia(WorkerClient& client);
    QWidget* makeFacts();
    QWidget* makeMomentRow();
    QWidget* makeActions();
    QWidget* makeVerdicts();
    QLabel* addFact(const QString& name);
    QPushButton* addAction(const QString& name, void (Inspector::*signal)(const std::filesystem::path&));
    void setFact(QLabel* value, const QString& text);
    void showItem(const LibraryItem& item);
    void showCaptions(const LibraryItem& item);
    void showMedia(const LibraryItem& item, const std::optional<TimeSpan>& moment);

    LibraryHit hit_;
    const JudgedResults* judged_ = nullptr;
    std::filesystem::path shown_; // the hit's file or one of the similar ones
    QStackedWidget* pages_;
    QStackedWidget* media_ = nullptr;
    PictureView* picture_ = nullptr;
    SoundPlayer* player_ = nullptr;
    ElidedLabel* name_ = nullptr;
    ElidedLabel* folder_ = nullptr;
    QFormLayout* facts_ = nullptr;
    QLabel* kind_ = nullptr;
    QLabel* size_ = nullptr;
    QLabel* dimensions_ = nullptr;
    QLabel* duration_ = nullptr;
    QLabel* taken_ = nullptr;
    QLabel* modified_ = nullptr;
    QLabel* score_ = nullptr;
    QLabel* captions_ = nullptr;
    LatestCall* captionsCall_;
    QWidget* momentRow_ = nullptr;
    QLabel* moment_ = nullptr;
    QPushButton* playMoment_ = nullptr;
    QWidget* verdicts_ = nullptr;
    std::map<Verdict, QAbstractButton*> verdictButtons_;
    QLabel* similarTitle_ = nullptr;
    SimilarStrip* similar_ = nullptr;
};

} // namespace fusefind
