#include "ui/views/preview/inspector.h"

#include "core/protocol/caption_messages.h"
#include "core/protocol/methods.h"
#include "ui/models/file_names.h"
#include "ui/models/item_text.h"
#include "ui/shortcuts.h"
#include "ui/theme/icons.h"
#include "ui/views/preview/facts_text.h"
#include "ui/views/preview/latest_call.h"
#include "ui/views/preview/picture_view.h"
#include "ui/views/preview/similar_strip.h"
#include "ui/views/preview/sound_player.h"
#include "ui/views/widgets/elided_label.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>

namespace fusefind {

namespace {

constexpr int kPictureSide = 600;

QLabel* plainLabel(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

Inspector::Inspector(WorkerClient& client, QWidget* parent)
    : QWidget(parent), pages_(new QStackedWidget(this)), captionsCall_(new LatestCall(client, this)) {
    setAccessibleName(tr("Inspector"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(pages_);
    pages_->addWidget(makeEmptyPage());
    pages_->addWidget(makePage(client));
    setMinimumWidth(fontMetrics().averageCharWidth() * 46);
    inspect(std::nullopt);
}

QWidget* Inspector::makeEmptyPage() {
    auto* label = plainLabel(this);
    label->setText(tr("Choose a result to see more of it here."));
    label->setAlignment(Qt::AlignCenter);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setMargin(fontMetrics().height());
    return label;
}

QWidget* Inspector::makePage(WorkerClient& client) {
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->addWidget(makeMedia(client));
    name_ = new ElidedLabel(content);
    QFont bold = name_->font();
    bold.setBold(true);
    name_->setFont(bold);
    column->addWidget(name_);
    folder_ = new ElidedLabel(content);
    folder_->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(folder_);
    column->addWidget(makeMomentRow());
    column->addWidget(makeFacts());
    similarTitle_ = plainLabel(content);
    column->addWidget(similarTitle_);
    similar_ = new SimilarStrip(client, content);
    similarTitle_->setBuddy(similar_);
    connect(similar_, &SimilarStrip::chosen, this, &Inspector::showItem);
    column->addWidget(similar_);
    column->addStretch();

    auto* scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(tr("Details"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* page = new QWidget(this);
    auto* pageColumn = new QVBoxLayout(page);
    pageColumn->setContentsMargins(0, 0, 0, 0);
    pageColumn->addWidget(scroll, 1);
    pageColumn->addWidget(makeActions());
    return page;
}

QWidget* Inspector::makeMedia(WorkerClient& client) {
    media_ = new QStackedWidget(this);
    picture_ = new PictureView(client, media_);
    picture_->setZoomable(false);
    player_ = new SoundPlayer(client, media_);
    media_->addWidget(picture_);
    media_->addWidget(player_);
    media_->setFixedHeight(fontMetrics().height() * 17);
    connect(player_, &SoundPlayer::playingChanged, this, [this](bool playing) {
        if (playing) Q_EMIT soundStarted();
    });
    return media_;
}

QWidget* Inspector::makeMomentRow() {
    momentRow_ = new QWidget(this);
    auto* row = new QHBoxLayout(momentRow_);
    row->setContentsMargins(0, 0, 0, 0);
    moment_ = plainLabel(momentRow_);
    playMoment_ = new QPushButton(tr("Play this moment"), momentRow_);
    connect(playMoment_, &QPushButton::clicked, player_, &SoundPlayer::playFromMoment);
    row->addWidget(moment_, 1);
    row->addWidget(playMoment_);
    return momentRow_;
}

QWidget* Inspector::makeFacts() {
    auto* box = new QWidget(this);
    facts_ = new QFormLayout(box);
    facts_->setContentsMargins(0, 0, 0, 0);
    facts_->setLabelAlignment(Qt::AlignLeft);
    kind_ = addFact(tr("Kind"));
    size_ = addFact(tr("Size"));
    dimensions_ = addFact(tr("Dimensions"));
    duration_ = addFact(tr("Duration"));
    taken_ = addFact(tr("Taken"));
    modified_ = addFact(tr("Modified"));
    score_ = addFact(tr("Score"));
    captions_ = addFact(tr("Closest captions"));
    return box;
}

QWidget* Inspector::makeActions() {
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->addWidget(addAction(tr("&More like this"), &Inspector::moreLike), 0, 0);
    grid->addWidget(addAction(tr("&Less like this"), &Inspector::lessLike), 0, 1);
    grid->addWidget(addAction(tr("&Open"), &Inspector::openRequested), 1, 0);
    grid->addWidget(addAction(tr("Show in folde&r"), &Inspector::revealRequested), 1, 1);
    grid->addWidget(makeVerdicts(), 2, 0, 1, 2);
    return box;
}

QWidget* Inspector::makeVerdicts() {
    verdicts_ = new QWidget(this);
    auto* row = new QHBoxLayout(verdicts_);
    row->setContentsMargins(0, 0, 0, 0);
    for (const Verdict verdict : {Verdict::good, Verdict::bad}) {
        auto* button = new QPushButton(icon(verdictIcon(verdict)), verdictText(verdict), verdicts_);
        button->setCheckable(true);
        button->setToolTip(withKeys(tr("For what was searched; pressed again, it is taken back"),
                                    verdict == Verdict::good ? ShortcutId::goodResult : ShortcutId::badResult));
        connect(button, &QPushButton::clicked, this, [this, verdict] {
            showVerdict(); // as it is until the engine has kept it
            Q_EMIT judged(shown_, verdict);
        });
        row->addWidget(button);
        verdictButtons_[verdict] = button;
    }
    return verdicts_;
}

QLabel* Inspector::addFact(const QString& name) {
    auto* value = plainLabel(this);
    auto* title = plainLabel(this);
    title->setText(name);
    title->setForegroundRole(QPalette::PlaceholderText);
    facts_->addRow(title, value);
    return value;
}

QPushButton* Inspector::addAction(const QString& name, void (Inspector::*signal)(const std::filesystem::path&)) {
    auto* button = new QPushButton(name, this);
    connect(button, &QPushButton::clicked, this, [this, signal] { Q_EMIT(this->*signal)(shown_); });
    return button;
}

void Inspector::setFact(QLabel* value, const QString& text) {
    value->setText(text);
    facts_->setRowVisible(value, !text.isEmpty());
}

// Those folded into a hit have no place of their own among the results.
void Inspector::showVerdict() {
    verdicts_->setVisible(judged_ && judged_->canJudge() && shown_ == hit_.item.path);
    for (const auto& [verdict, button] : verdictButtons_)
        button->setChecked(judged_ && judged_->verdictOf(shown_) == verdict);
}

void Inspector::inspect(const std::optional<LibraryHit>& hit, const JudgedResults* judged) {
    judged_ = judged;
    hit_ = hit.value_or(LibraryHit{});
    pages_->setCurrentIndex(hit ? 1 : 0);
    std::vector<LibraryItem> shots;
    if (!hit_.similar.empty()) {
        shots = hit_.similar;
        shots.insert(shots.begin(), hit_.item);
    }
    similar_->setVisible(!shots.empty());
    similarTitle_->setVisible(!shots.empty());
    similarTitle_->setText(tr("Similar shots: %1").arg(hit_.similar.size()));
    similar_->setShots(std::move(shots));
    if (hit) return showItem(hit_.item);
    shown_.clear();
    captionsCall_->drop();
    picture_->clear();
    player_->close();
}

void Inspector::showItem(const LibraryItem& item) {
    // The moment and the score are the hit's own, not those of the shots folded into it.
    const bool isHit = item.path == hit_.item.path;
    const auto moment = isHit ? matchedMoment(hit_) : std::nullopt;
    shown_ = item.path;
    showMedia(item, moment);
    showVerdict();
    name_->setText(shownName(item.path));
    folder_->setText(shownPath(item.path.parent_path()));
    setFact(kind_, kindName(item.kind));
    setFact(size_, item.size > 0 ? sizeText(item.size) : QString());
    setFact(dimensions_, dimensionsText(item));
    setFact(duration_, item.seconds > 0 ? clockText(item.seconds, item.seconds) : QString());
    setFact(taken_, item.takenMs ? takenText(*item.takenMs) : QString());
    setFact(modified_, item.mtimeMs != 0 ? modifiedText(item.mtimeMs) : QString());
    setFact(score_, isHit && hit_.score != 0 ? scoreText(hit_.score) : QString());
    showCaptions(item);
    momentRow_->setVisible(moment.has_value());
    if (moment) moment_->setText(tr("%1 matched best").arg(clockText(*moment)));
}

// Why it was found: what the space was taught that lies nearest to it.
void Inspector::showCaptions(const LibraryItem& item) {
    setFact(captions_, {});
    const bool isHit = item.path == hit_.item.path;
    const CaptionsRequest request{item.path, isHit ? hit_.startSeconds : std::nullopt};
    captionsCall_->ask(method::kCaptions, toJson(request), [this](const Result<Json>& answer) {
        const auto captions = answer ? captionsAnswerFromJson(*answer) : Result<CaptionsAnswer>(fail(answer.error()));
        if (!captions) return; // the panel does without
        QStringList lines;
        for (const NearCaption& caption : captions->captions)
            lines << tr("%1 (%2)").arg(QString::fromStdString(caption.text), scoreText(caption.score));
        setFact(captions_, lines.join(QLatin1Char('\n')));
    });
}

void Inspector::showMedia(const LibraryItem& item, const std::optional<TimeSpan>& moment) {
    if (item.kind == ItemKind::image) {
        player_->close();
        media_->setCurrentWidget(picture_);
        picture_->open(item, int(kPictureSide * devicePixelRatioF()));
    } else {
        picture_->clear();
        media_->setCurrentWidget(player_);
        player_->open(item, moment);
        playMoment_->setEnabled(player_->canPlay());
        playMoment_->setToolTip(player_->canPlay() ? QString() : player_->whyNot());
    }
}

void Inspector::pauseSound() {
    player_->pause();
}

} // namespace fusefind
