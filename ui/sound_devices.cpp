#include "ui/sound_devices.h"

#include <QtCore/QFileInfo>
#include <QtCore/QString>

namespace fusefind {

// Where libpulse looks; PipeWire listens there too. With socket activation the socket is there before the server.
bool soundServerRuns() {
    if (qEnvironmentVariableIsSet("PULSE_SERVER")) return true;
    const QString runtime =
        qEnvironmentVariable("PULSE_RUNTIME_PATH", qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/pulse"));
    return QFileInfo::exists(runtime + QStringLiteral("/native")) ||
           QFileInfo::exists(QStringLiteral("/run/pulse/native"));
}

} // namespace fusefind
