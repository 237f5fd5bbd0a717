package dev.exodusii.cli.pic;

import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.cli.address.Moment;
import dev.exodusii.diagnostic.NearMatches;
import dev.exodusii.statistics.Quantity;
import dev.exodusii.surface.Surface;
import java.util.List;
import java.util.Optional;

/// How far nodes have moved, and how much larger that is drawn.
///
/// @param name       what the vectors are called
/// @param components two or three nodal variables
/// @param factor     how much larger movements are drawn; nothing where that is still to be chosen
public record Displacement(String name, List<TimeSeries> components, Optional<Double> factor) {

    /// The largest movement is drawn as this share of the size of the mesh.
    private static final double SHARE = 0.05;

    /// Makes the record; the list is copied.
    public Displacement {
        components = List.copyOf(components);
    }

    /// Finds the displacement that a user has named.
    ///
    /// @param file the file
    /// @param text such as `disp:10`, `auto`, `10` or `disp`
    /// @return the displacement
    /// @throws AbsentException when there is none, or the text makes no sense
    public static Displacement parse(ExodusFile file, String text) {
        int colon = text.lastIndexOf(':');
        String last = text.substring(colon + 1);
        boolean isScale = last.equals("auto") || number(last).isPresent();
        if (colon >= 0 && !isScale) {
            throw AbsentException.syntax("'" + last + "' is no scale", "such as disp:10, disp:auto, 10, auto");
        }
        String variable = colon > 0 ? text.substring(0, colon) : isScale ? "" : text;
        Optional<Double> factor = isScale ? number(last) : Optional.of(1.0);
        if (variable.startsWith("nodal/")) {
            variable = variable.substring("nodal/".length());
        }
        return variable.isEmpty() ? usual(file, factor) : named(file, variable, factor);
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.parseDouble(text)).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Displacement usual(ExodusFile file, Optional<Double> factor) {
        return Quantity.displacement(file).map(vector -> of(file, vector, factor))
                .orElseThrow(() -> AbsentException.of("NO_DISPLACEMENT",
                        "the file has no nodal vector that is called 'disp...'", "name the one that moves the nodes:"
                                + " --deform VAR:SCALE"));
    }

    private static Displacement named(ExodusFile file, String variable, Optional<Double> factor) {
        List<Quantity> vectors = Quantity.movements(file);
        Optional<Quantity> vector = vectors.stream().filter(each -> each.name().equals(variable)).findFirst();
        return of(file, vector.orElseThrow(() -> {
            List<String> names = vectors.stream().map(Quantity::name).toList();
            return AbsentException.of("NO_DISPLACEMENT", "there is no nodal vector '" + variable + "'",
                    names.isEmpty() ? "the file has no nodal vectors at all"
                            : NearMatches.hint(variable, names).replaceFirst("^; ", ""));
        }), factor);
    }

    private static Displacement of(ExodusFile file, Quantity vector, Optional<Double> factor) {
        // Not those that are stored: where a name has no values, that is to be said.
        return new Displacement(vector.name(), vector.names().stream().map(file::nodal).toList(), factor);
    }

    /// Returns the same with a factor that makes the largest movement a twentieth of the size of the mesh: 1, 2 or 5 times a
    /// power of ten; 1 where it is that large anyway.
    Displacement chosen(Surface surface, List<Moment> moments, double size) {
        if (factor.isPresent()) {
            return this;
        }
        double largest = 0;
        float[] lengths = new float[surface.nodeCount()];
        for (Moment moment : moments) {
            surface.values().magnitudes(SurfaceQuantity.vectors(components, moment.bracket())).copyTo(lengths);
            for (float length : lengths) {
                largest = length > largest && length < Float.POSITIVE_INFINITY ? length : largest;
            }
        }
        double wanted = largest > 0 ? size * SHARE / largest : 1;
        return new Displacement(name, components, Optional.of(wanted <= 1 || Double.isInfinite(wanted) ? 1 : round(wanted)));
    }

    private static double round(double wanted) {
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        double digit = wanted / power;
        return (digit >= 5 ? 5 : digit >= 2 ? 2 : 1) * power;
    }

    /// Returns where the nodes of a surface are.
    float[] positions(Surface surface, Moment moment) {
        float[] positions = new float[3 * surface.nodeCount()];
        surface.values().displaced(SurfaceQuantity.vectors(components, moment.bracket()), factor.orElse(1.0))
                .copyTo(positions);
        return positions;
    }
}
