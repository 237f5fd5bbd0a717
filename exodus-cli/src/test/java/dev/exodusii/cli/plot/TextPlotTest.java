package dev.exodusii.cli.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.cli.text.Text;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextPlotTest {

    private static String draw(Chart chart, boolean isAscii) {
        return TextPlot.of(chart, 40, 12, isAscii).stream().map(Text::toString).collect(Collectors.joining("\n"));
    }

    private static Chart chart(boolean isLog, double... y) {
        double[] x = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
        }
        return new Chart("run.e", "time", "disp", List.of(new Line("a", x, y)), isLog);
    }

    @Test
    void asciiHasNothingElse() {
        String plot = draw(chart(false, 0, 1e-6, 4e-6, 9e-6), true);
        assertTrue(plot.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7F), plot);
        assertTrue(plot.contains("disp  (x1e-6)"), plot);
    }

    @Test
    void gapStaysEmpty() {
        String plot = draw(chart(false, 0, 0, Double.NaN, 0, 0), true);
        assertTrue(plot.lines().anyMatch(line -> line.matches(".*\\*+ {10,}\\*+.*")), plot);
    }

    @Test
    void constantLineIsInTheMiddle() {
        List<String> lines = draw(chart(false, 5, 5, 5), true).lines().toList();
        assertTrue(lines.get(5).contains("5 +****"), String.join("\n", lines));
    }

    @Test
    void logarithmicAxisHasPowersOfTen() {
        String plot = draw(chart(true, 1, 100, 1e12), false);
        assertTrue(plot.contains("10⁷ ┤") && plot.contains("1 ┤"), plot);
    }

    @Test
    void nothingToShowIsAnError() {
        assertEquals("there is not one finite value to plot",
                assertThrows(Chart.EmptyChartException.class, () -> chart(false, Double.NaN)).getMessage());
    }

    @Test
    void singlePointIsShown() {
        assertTrue(draw(chart(false, 7), true).contains("*"));
    }

    @Test
    void valuesNearTheEndOfDoublesAreGaps() {
        String plot = draw(chart(false, -1.7e308, 1, 2, 1.7e308), true);
        assertTrue(plot.contains("*") && !plot.contains("NaN") && !plot.contains("e308"), plot);
    }

    @Test
    void widestRangeOfValuesHasAnAxis() {
        String plot = draw(chart(false, -1e300, 1e300), true);
        assertTrue(plot.contains("disp  (x1e300)"), plot);
    }

    @Test
    void smallestDoublesHaveAnAxis() {
        String plot = draw(chart(false, 1e-307, 2e-307), true);
        assertTrue(plot.contains("(x1e-309)"), plot);
    }
}
