package dev.exodusii.cli.plot;

import java.util.List;

/// What a chart shows.
///
/// @param title  what stands above it, empty for nothing
/// @param across what the horizontal axis shows
/// @param up     what the vertical axis shows
/// @param lines  the lines, at least one
/// @param isLog  whether the vertical axis is logarithmic; values that are not positive leave gaps then
public record Chart(String title, String across, String up, List<Line> lines, boolean isLog) {

    /// Makes a chart; the list is copied.
    ///
    /// @throws EmptyChartException when there is not one point to show
    public Chart {
        lines = lines.stream().map(line -> isLog ? line.positive() : line).toList();
        if (lines.stream().allMatch(line -> line.shownY().findAny().isEmpty())) {
            throw new EmptyChartException(isLog ? "a logarithmic axis shows positive values only, and there are none"
                    : "there is not one finite value to plot");
        }
    }

    /// There is nothing to draw.
    public static final class EmptyChartException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        EmptyChartException(String message) {
            super(message);
        }
    }

    /// Returns what the horizontal axis has to reach over.
    Extent extentAcross() {
        return Extent.of(lines.stream().flatMapToDouble(Line::shownX));
    }

    /// Returns what the vertical axis has to reach over.
    Extent extentUp() {
        return Extent.of(lines.stream().flatMapToDouble(Line::shownY));
    }

    /// Returns the number of points that can be shown, of the line that has most.
    long mostPoints() {
        return lines.stream().mapToLong(line -> line.shownY().count()).max().orElse(0);
    }
}
