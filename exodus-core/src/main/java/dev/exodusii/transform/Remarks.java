package dev.exodusii.transform;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a copy does not have, or not as one might think: each said once.
final class Remarks {

    private final Set<String> remarks = new LinkedHashSet<>();

    void add(String remark) {
        remarks.add(remark);
    }

    List<String> all() {
        return List.copyOf(remarks);
    }
}
