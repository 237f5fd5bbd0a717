package dev.exodusii;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the attributes of elements mean when the file does not name them: the customs of the Sierra I/O library
/// (`exodus-format` §2.8).
final class ImpliedAttributeNames {

    private ImpliedAttributeNames() {}

    static List<String> of(String elementType, long dimension, long nodesPerElement, long count) {
        String type = elementType.strip().toLowerCase(Locale.ROOT);
        if (count < 1 || count > 1_000) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        if (type.startsWith("shell") || type.startsWith("trishell")) {
            if (count == nodesPerElement) {
                for (int i = 1; i <= count; i++) {
                    names.add("nodal_thickness_" + i);
                }
            } else {
                names.add("thickness");
            }
        } else if (type.equals("sphere-mass") && count >= 10) {
            names.addAll(List.of("mass", "inertia_xx", "inertia_yy", "inertia_zz", "inertia_xy", "inertia_yz",
                    "inertia_zx", "offset_x", "offset_y", "offset_z"));
        } else if (type.startsWith("circle") || type.startsWith("sphere")) {
            names.add("radius");
            if (count >= 2) {
                names.add("volume");
            }
        } else if (type.startsWith("truss") || type.startsWith("bar") || type.startsWith("rod")
                || type.startsWith("beam")) {
            names.add("area");
            if (dimension == 2 && count >= 3) {
                names.addAll(List.of("i", "j"));
            } else if (dimension == 3 && count >= 7) {
                names.addAll(List.of("i1", "i2", "j", "reference_axis_x", "reference_axis_y", "reference_axis_z"));
                if (count >= 10) {
                    names.addAll(List.of("offset_x", "offset_y", "offset_z"));
                }
            }
        }
        for (int i = 1; names.size() < count; i++) {
            names.add("extra_attribute_" + i);
        }
        return List.copyOf(names);
    }
}
