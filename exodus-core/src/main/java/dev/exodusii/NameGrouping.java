package dev.exodusii;

import dev.exodusii.CompositeVariable.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Finds the vectors, tensors and rows of integration points in a list of names, from front to back.
final class NameGrouping {

    private static final String TENSOR_2D = "xx yy xy yx";
    private static final String TENSOR_3D = "xx yy zz xy yz zx yx zy xz";

    /// The complete forms, the largest first.
    private static final List<Form> FORMS = List.of(
            Form.of(Kind.FULL_TENSOR_3D, TENSOR_3D, true),
            Form.symmetric(Kind.SYMMETRIC_TENSOR_3D, "xx yy zz xy yz xz"),
            Form.of(Kind.FULL_TENSOR_2D, "xx yy zz xy yx", true),
            Form.of(Kind.FULL_TENSOR_2D, TENSOR_2D, true),
            Form.symmetric(Kind.SYMMETRIC_TENSOR_2D, "xx yy zz xy"),
            Form.of(Kind.QUATERNION_3D, "x y z q", false),
            Form.symmetric(Kind.SYMMETRIC_TENSOR_2D, "xx yy xy"),
            Form.of(Kind.VECTOR_3D, "x y z", true),
            Form.of(Kind.VECTOR_2D, "x y", true),
            Form.of(Kind.QUATERNION_2D, "s q", false));

    private static final Set<String> TENSOR_SUFFIXES = Set.of(TENSOR_3D.split(" "));
    /// A shorter word that only happens to end in x, y or z, as `ax` and `ay`, is no base without an underscore.
    private static final int SHORTEST_BARE_BASE = 2;
    private static final int MAX_DIGITS = 9;

    private final List<String> names;

    NameGrouping(List<String> names) {
        this.names = names;
    }

    List<CompositeVariable> groups() {
        List<CompositeVariable> groups = new ArrayList<>();
        for (int at = 0; at < names.size();) {
            CompositeVariable next = next(at);
            groups.add(next);
            at += next.size();
        }
        return List.copyOf(groups);
    }

    private CompositeVariable next(int at) {
        for (Form form : FORMS) {
            Optional<CompositeVariable> found = match(at, form, true);
            if (found.isEmpty() && form.bare()) {
                found = match(at, form, false);
            }
            if (found.isPresent()) {
                return found.get();
            }
        }
        return partialTensor(at).or(() -> integrationPoints(at))
                .orElseGet(() -> new CompositeVariable(names.get(at), Kind.SCALAR, List.of(), List.of(at)));
    }

    private Optional<CompositeVariable> match(int at, Form form, boolean separated) {
        int size = form.suffixes().size();
        if (at + size > names.size()) {
            return Optional.empty();
        }
        List<Part> parts = new ArrayList<>(size);
        Set<String> seen = new HashSet<>();
        for (String name : names.subList(at, at + size)) {
            Optional<Part> part = Part.of(name, form.suffixLength(), separated);
            if (part.isEmpty() || !parts.isEmpty() && !part.get().base().equals(parts.getFirst().base())) {
                return Optional.empty();
            }
            String suffix = form.normal(part.get().suffix());
            if (!form.suffixes().contains(suffix) || !seen.add(suffix)) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.of(composite(form.kind(), at, parts));
    }

    /// As many different components of one tensor as follow one another, at least two.
    private Optional<CompositeVariable> partialTensor(int at) {
        List<Part> parts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = at; i < names.size(); i++) {
            Optional<Part> part = Part.of(names.get(i), 2, true);
            if (part.isEmpty() || !parts.isEmpty() && !part.get().base().equals(parts.getFirst().base())) {
                break;
            }
            String suffix = folded(part.get().suffix());
            if (!TENSOR_SUFFIXES.contains(suffix) || !seen.add(suffix)) {
                break;
            }
            parts.add(part.get());
        }
        return parts.size() < 2 ? Optional.empty() : Optional.of(composite(Kind.PARTIAL_TENSOR, at, parts));
    }

    /// Suffixes that count from 1, all of one width: where the width changes on the way, as from 9 to 10, the numbers
    /// are not those of integration points.
    private Optional<CompositeVariable> integrationPoints(int at) {
        List<Part> parts = new ArrayList<>();
        for (int i = at; i < names.size(); i++) {
            Optional<Part> part = Part.numbered(names.get(i));
            if (part.isEmpty() || Integer.parseInt(part.get().suffix()) != parts.size() + 1
                    || !parts.isEmpty() && !part.get().base().equals(parts.getFirst().base())) {
                break;
            }
            parts.add(part.get());
        }
        boolean even = parts.stream().map(part -> part.suffix().length()).distinct().count() == 1;
        return parts.size() < 2 || !even ? Optional.empty()
                : Optional.of(composite(Kind.INTEGRATION_POINTS, at, parts));
    }

    private static CompositeVariable composite(Kind kind, int at, List<Part> parts) {
        List<Integer> indexes = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            indexes.add(at + i);
        }
        return new CompositeVariable(parts.getFirst().base(), kind, parts.stream().map(Part::suffix).toList(), indexes);
    }

    /// A suffix in lower case; `zc` is what one version of the reference library wrote for `zx` by mistake.
    private static String folded(String suffix) {
        String lower = suffix.toLowerCase(Locale.ROOT);
        return lower.equals("zc") ? "zx" : lower;
    }

    /// One complete set of components.
    ///
    /// @param bare        whether the underscore before the suffix may be missing
    /// @param isSymmetric whether `yx` may stand for `xy`
    private record Form(Kind kind, Set<String> suffixes, boolean bare, boolean isSymmetric) {

        static Form of(Kind kind, String suffixes, boolean bare) {
            return new Form(kind, Set.of(suffixes.split(" ")), bare, false);
        }

        static Form symmetric(Kind kind, String suffixes) {
            return new Form(kind, Set.of(suffixes.split(" ")), true, true);
        }

        int suffixLength() {
            return suffixes.iterator().next().length();
        }

        String normal(String suffix) {
            String lower = folded(suffix);
            boolean swap = isSymmetric && lower.charAt(0) > lower.charAt(1);
            return swap ? "" + lower.charAt(1) + lower.charAt(0) : lower;
        }
    }

    /// A name taken apart.
    private record Part(String base, String suffix) {

        static Optional<Part> of(String name, int suffixLength, boolean separated) {
            int cut = name.length() - suffixLength;
            if (separated) {
                return cut >= 2 && name.charAt(cut - 1) == '_'
                        ? Optional.of(new Part(name.substring(0, cut - 1), name.substring(cut))) : Optional.empty();
            }
            return cut >= SHORTEST_BARE_BASE && name.charAt(cut - 1) != '_'
                    ? Optional.of(new Part(name.substring(0, cut), name.substring(cut))) : Optional.empty();
        }

        static Optional<Part> numbered(String name) {
            int cut = name.lastIndexOf('_') + 1;
            int digits = name.length() - cut;
            boolean isNumber = cut >= 2 && digits >= 1 && digits <= MAX_DIGITS
                    && name.chars().skip(cut).allMatch(c -> c >= '0' && c <= '9');
            return isNumber ? Optional.of(new Part(name.substring(0, cut - 1), name.substring(cut))) : Optional.empty();
        }
    }
}
