package dev.exodusii.netcdf;

import dev.exodusii.diagnostic.Finding;
import dev.exodusii.diagnostic.FindingCode;
import dev.exodusii.diagnostic.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Collects what is odd about one file. Of each kind only the first hundred are kept, so that a file in which
/// everything is odd costs no more than others.
final class Findings {

    private static final int MAX_OF_A_KIND = 100;

    private final List<Finding> kept = new ArrayList<>();
    private final Map<FindingCode, Integer> counts = new EnumMap<>(FindingCode.class);

    void add(Severity severity, FindingCode code, String place, String message) {
        if (counts.merge(code, 1, Integer::sum) <= MAX_OF_A_KIND) {
            kept.add(new Finding(severity, code, place, message));
        }
    }

    List<Finding> list() {
        List<Finding> all = new ArrayList<>(kept);
        counts.forEach((code, count) -> {
            if (count > MAX_OF_A_KIND) {
                all.add(new Finding(severityOf(code), code, "header",
                        (count - MAX_OF_A_KIND) + " more findings of this kind are not listed"));
            }
        });
        return List.copyOf(all);
    }

    private Severity severityOf(FindingCode code) {
        return kept.stream().filter(finding -> finding.code() == code).findFirst().orElseThrow().severity();
    }
}
