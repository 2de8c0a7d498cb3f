#pragma once

#include <QtWidgets/QFrame>
#include <vector>

class QLabel;

namespace fusefind {

// The steps of a wizard, one below the other, the current one marked.
class StepList : public QFrame {
    Q_OBJECT

public:
    explicit StepList(const QStringList& steps, QWidget* parent = nullptr);

    void setCurrent(int step);

private:
    std::vector<QLabel*> labels_;
};

} // namespace fusefind
