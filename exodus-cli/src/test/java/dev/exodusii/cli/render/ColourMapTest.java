package dev.exodusii.cli.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The colours of values.
class ColourMapTest {

    @Test
    void viridisHasItsPublishedColours() {
        assertEquals(0x440154, ColourMap.VIRIDIS.colour(0));
        assertEquals(0xfde725, ColourMap.VIRIDIS.colour(1));
        assertEquals(0x31688e, ColourMap.VIRIDIS.colour(1 / 3.0 + 1e-4), 0x010101);
    }

    @Test
    void coolwarmIsGreyInTheMiddle() {
        assertEquals(0xdddddd, ColourMap.COOLWARM.colour(0.5), 0x010101);
    }

    /// Rec. 709 luminance is enough to see a map that goes back.
    @Test
    void sequentialMapsBecomeLighterAllTheWay() {
        for (ColourMap map : new ColourMap[] {ColourMap.VIRIDIS, ColourMap.INFERNO, ColourMap.GREY}) {
            double last = -1;
            for (int i = 0; i <= 32; i++) {
                int rgb = map.colour(i / 32.0);
                double light = 0.2126 * (rgb >> 16 & 255) + 0.7152 * (rgb >> 8 & 255) + 0.0722 * (rgb & 255);
                assertTrue(light > last - 0.5, map + " at " + i);
                last = light;
            }
        }
    }

    @Test
    void bandsAreAsManyColours() {
        ColourMap banded = ColourMap.VIRIDIS.banded(5);
        assertEquals(5, IntStream.range(0, 1000).map(i -> banded.colour(i / 1000.0)).distinct().count());
        assertEquals(ColourMap.VIRIDIS.colour(0), banded.colour(0.19));
        assertEquals(ColourMap.VIRIDIS.colour(1), banded.colour(0.81));
        assertThrows(IllegalArgumentException.class, () -> ColourMap.VIRIDIS.banded(0));
    }

    @Test
    void valuesBeyondTheRangeHaveTheColoursOfItsEnds() {
        ColourScale scale = new ColourScale(ColourMap.VIRIDIS, -1, 3);
        assertEquals(0x440154, scale.colour(-100));
        assertEquals(0xfde725, scale.colour(Double.POSITIVE_INFINITY));
        assertEquals(ColourScale.NO_VALUE, scale.colour(Double.NaN));
    }

    @Test
    void neighbouringBlocksHaveDifferentColours() {
        assertEquals(60, IntStream.range(0, 60).map(BlockColours::colour).distinct().count());
    }
}
