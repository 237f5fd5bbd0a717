package dev.exodusii;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.exodusii.CoordinateFrame.Kind;
import dev.exodusii.diagnostic.Finding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoordinateFrameTest {

    private static final double[] TWO_FRAMES = {1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19};

    private final List<String> reports = new ArrayList<>();

    @Test
    void aFrameIsGivenByThreePoints() {
        CoordinateFrame second = frames(twoFrames()).get(1);

        assertArrayEquals(new double[] {11, 12, 13}, second.origin().toArray());
        assertArrayEquals(new double[] {14, 15, 16}, second.axis3().toArray());
        assertArrayEquals(new double[] {17, 18, 19}, second.plane13().toArray());
    }

    @Test
    void framesHaveIdsAndTags() {
        List<CoordinateFrame> frames = frames(twoFrames().list("frame_ids", new long[] {20, -3})
                .list("frame_tags", "Cs"));

        assertEquals("[cylindrical frame 20, spherical frame -3] C s",
                frames + " " + frames.get(0).tag() + " " + frames.get(1).tag());
    }

    @ParameterizedTest
    @CsvSource({"R, RECTANGULAR", "r, RECTANGULAR", "C, CYLINDRICAL", "c, CYLINDRICAL", "S, SPHERICAL", "s, SPHERICAL",
            "x, UNKNOWN"})
    void aLetterNamesTheKind(char tag, Kind kind) {
        assertEquals(kind, frames(twoFrames().list("frame_tags", tag + "R")).getFirst().kind());
    }

    @Test
    void aMissingTagDoesNotHideTheNextOne() {
        assertEquals(List.of(Kind.UNKNOWN, Kind.SPHERICAL),
                frames(twoFrames().list("frame_tags", "\0S")).stream().map(CoordinateFrame::kind).toList());
    }

    @Test
    void withoutIdsFramesAreCounted() {
        assertEquals(List.of(1L, 2L), frames(twoFrames()).stream().map(CoordinateFrame::id).toList());
    }

    @Test
    void aFileWithoutFramesHasNone() {
        assertEquals(List.of(), frames(new SmallFile()));
    }

    @Test
    void aCountThatThePointsDoNotBearOutIsReported() {
        frames(new SmallFile().dimension("num_cframes", 1L << 40).list("frame_coordinates", TWO_FRAMES));

        assertEquals(List.of("warning: num_cframes: declares 1099511627776 coordinate frames but there are points for 2"),
                reports);
    }

    @Test
    void onlyFramesWithPointsAreHandedOut() {
        assertEquals(2, frames(new SmallFile().dimension("num_cframes", 1L << 40)
                .list("frame_coordinates", TWO_FRAMES)).size());
    }

    @Test
    void pointsThatAreTextAreIgnored() {
        assertEquals(List.of(), frames(new SmallFile().dimension("num_cframes", 1)
                .list("frame_coordinates", "123456789")));
    }

    @Test
    void pointsMayLieInAMatrix() {
        CoordinateFrame second = frames(new SmallFile().dimension("num_cframes", 2).dimension("nine", 9)
                .variable("frame_coordinates", TWO_FRAMES, "num_cframes", "nine")).get(1);

        assertArrayEquals(new double[] {11, 12, 13}, second.origin().toArray());
    }

    private static SmallFile twoFrames() {
        return new SmallFile().dimension("num_cframes", 2).list("frame_coordinates", TWO_FRAMES);
    }

    private List<CoordinateFrame> frames(SmallFile file) {
        return CoordinateFrame.of(Storage.reporting(file.open(), (Finding finding) -> reports.add(finding.toString())));
    }
}
