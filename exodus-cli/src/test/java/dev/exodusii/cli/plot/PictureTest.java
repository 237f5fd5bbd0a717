package dev.exodusii.cli.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PictureTest {

    private static final Pattern POLYLINE = Pattern.compile("<polyline points=\"([^\"]*)\"");

    private static Line line(String label, double... y) {
        double[] x = new double[y.length];
        Arrays.setAll(x, i -> i);
        return new Line(label, x, y);
    }

    private static String svg(List<Line> lines, boolean isLog) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Picture(new Chart("a <b> & c", "time", "disp", lines, isLog), 800, 500).writeSvg(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /// The numbers of points of all lines that are longer than those of axes and grids.
    private static List<Integer> points(String svg) {
        return POLYLINE.matcher(svg).results().map(found -> found.group(1).split(" ").length).filter(count -> count > 2)
                .toList();
    }

    @Test
    void gapDividesALine() throws IOException {
        assertEquals(List.of(3, 4), points(svg(List.of(line("a", 1, 2, 3, Double.NaN, 4, 5, 6, 7)), false)));
    }

    @Test
    void logarithmicAxisLeavesOutWhatIsNotPositive() throws IOException {
        assertEquals(List.of(3, 3), points(svg(List.of(line("a", 1, 10, 100, -1, 10, 100, 1000)), true)));
    }

    @Test
    void oneLineNeedsNoLegend() throws IOException {
        assertTrue(!svg(List.of(line("only", 1, 2)), false).contains(">only</text>"));
    }

    @Test
    void textIsEscaped() throws IOException {
        assertTrue(svg(List.of(line("a", 1, 2)), false).contains("<title>a &lt;b&gt; &amp; c</title>"));
    }

    @Test
    void legendOfHundredsOfLinesIsShortAndSaysSo() throws IOException {
        String svg = svg(IntStream.range(0, 300).mapToObj(i -> line("line " + i, i, i + 1)).toList(), false);
        assertTrue(svg.contains(">line 15</text>") && !svg.contains(">line 16</text>"), "16 in the legend");
        assertTrue(svg.contains(">and 284 more lines</text>"), "says so");
    }

    @Test
    void tinyValuesHaveTheirPowerOfTenAtTheAxis() throws IOException {
        assertTrue(svg(List.of(line("a", 1e-12, 2e-12)), false).contains(">disp  (×10⁻¹²)</text>"));
    }

    @Test
    void aHundredThousandPointsKeepTheirHighest() throws IOException {
        double[] y = new double[100_000];
        y[54_321] = 1;
        String svg = svg(List.of(line("a", y)), false);
        assertTrue(points(svg).getFirst() < 5_000, "few points");
        double highest = POLYLINE.matcher(svg).results().map(found -> found.group(1)).filter(it -> it.length() > 1000)
                .flatMap(Pattern.compile(" ")::splitAsStream).mapToDouble(it -> Double.parseDouble(it.split(",")[1]))
                .min().orElseThrow();
        assertTrue(highest < 80, "the peak is near the top: " + highest);
    }
}
