package dev.exodusii.mmap.corpus;

import dev.exodusii.diagnostic.DamagedDataException;

/// Lets values be refused where the file is cut short.
///
/// @param model the file and its oracle
record BrokenEnd(ModelCase model) {

    void tolerate(String place, Runnable comparison) {
        try {
            comparison.run();
        } catch (DamagedDataException refused) {
            if (model.isTruncated()) {
                model.excuse(ReferenceFault.ZEROS_BEHIND_END);
            } else {
                model.difference(place, refused.getMessage());
            }
        }
    }
}
