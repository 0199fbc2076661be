#pragma once

namespace paraphe::app {

/// Turns SIGTERM and SIGINT into a question that loops ask: the dossier in hand is finished, no other is begun.
class StopSignals {
public:
    StopSignals();
    ~StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;
    [[nodiscard]] bool asked() const;
};

}  // namespace paraphe::app
