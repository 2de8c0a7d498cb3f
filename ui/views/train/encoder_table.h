#pragma once

#include "ui/models/encoder_choice.h"

#include <QtWidgets/QTreeWidget>

namespace fusefind {

// The installed encoders of the modalities that a training needs, each to be ticked; several of one modality are
// joined.
class EncoderTable : public QTreeWidget {
    Q_OBJECT

public:
    using Choice = std::map<Modality, std::vector<std::string>>;

    explicit EncoderTable(QWidget* parent = nullptr);

    // Ticks what is recommended.
    void setEncoders(std::vector<InstalledEncoder> encoders, const std::set<Modality>& needed);
    void setSpeeds(const std::map<std::string, double>& itemsPerSecond); // measured here

    [[nodiscard]] Choice chosen() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosenChanged();

private:
    std::vector<InstalledEncoder> encoders_; // of the rows
};

} // namespace fusefind
