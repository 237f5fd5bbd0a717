package dev.exodusii.mmap.corpus;

import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.diagnostic.Severity;

/// Lets values be refused, but only those of which a finding has said so, or that lie behind the end of a file that was
/// cut short.
///
/// @param model the file and its oracle
record Refusals(ModelCase model) {

    void tolerate(String place, Runnable comparison) {
        try {
            comparison.run();
        } catch (DamagedDataException refused) {
            if (model.isTruncated()) {
                model.excuse(ReferenceFault.ZEROS_BEHIND_END);
            } else if (isAnnounced(refused)) {
                model.excuse(ReferenceFault.NO_ANSWER);
            } else {
                model.difference(place, refused.getMessage());
            }
        }
    }

    private boolean isAnnounced(DamagedDataException refused) {
        return model.file().findings().stream().filter(finding -> finding.severity() == Severity.ERROR)
                .anyMatch(finding -> finding.place().contains(refused.place()));
    }
}
