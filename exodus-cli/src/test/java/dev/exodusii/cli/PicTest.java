package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.mmap.Exodus;
import dev.exodusii.write.ExodusDefinition;
import dev.exodusii.write.ExodusWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `exo pic`: pictures of the plate, which has solids, shells and beams.
class PicTest {

    private static final String PLATE = Run.testdata("plate.e");
    private static final int WHITE = 0xffffffff;

    @TempDir
    private Path folder;

    private Run pic(String... words) {
        return Run.exo(Stream.concat(Stream.of("pic", PLATE, "--size", "320x200"), Stream.of(words)).toArray(String[]::new));
    }

    private BufferedImage picture(String... words) throws IOException {
        Path target = folder.resolve("picture.png");
        Run run = pic(Stream.concat(Stream.of(words), Stream.of("-o", target.toString())).toArray(String[]::new));
        assertEquals(new Run(0, "", ""), run);
        return ImageIO.read(target.toFile());
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static long covered(BufferedImage image) {
        return Arrays.stream(pixels(image)).filter(pixel -> pixel != WHITE).count();
    }

    @Test
    void thePictureHasTheSizeThatWasAskedFor() throws IOException {
        BufferedImage image = picture();
        assertEquals(320, image.getWidth());
        assertEquals(200, image.getHeight());
        assertTrue(covered(image) > 5000, () -> covered(image) + " pixels");
    }

    @Test
    void aSphereIsSeenInFull() throws IOException {
        Path target = folder.resolve("picture.png");
        String file = Path.of(System.getProperty("exodus.testdata"), "one-node.e").toString();
        assertEquals(new Run(0, "", ""), Run.exo("pic", file, "--size", "200x200", "--no-legend", "-o", target.toString()));
        BufferedImage image = ImageIO.read(target.toFile());

        assertTrue(covered(image) > 15_000, () -> covered(image) + " pixels");
        assertEquals(0, IntStream.range(0, 200).filter(i -> image.getRGB(i, 0) != WHITE || image.getRGB(i, 199) != WHITE
                || image.getRGB(0, i) != WHITE || image.getRGB(199, i) != WHITE).count());
    }

    @Test
    void aPictureIsTheSameEachTime() throws IOException {
        assertEquals(Arrays.hashCode(pixels(picture("nodal/temperature"))),
                Arrays.hashCode(pixels(picture("nodal/temperature"))));
    }

    @Test
    void jpegsAreWrittenToo() throws IOException {
        Path target = folder.resolve("picture.jpg");
        assertEquals(0, pic("-o", target.toString()).exit());
        assertEquals(0xffd8, Files.readAllBytes(target)[0] << 8 & 0xff00 | Files.readAllBytes(target)[1] & 255);
    }

    @Test
    void hiddenBlocksAreNotDrawn() throws IOException {
        long all = covered(picture("--no-legend"));
        long some = covered(picture("--no-legend", "--blocks", "struts", "--edges", "none"));
        assertTrue(some > 0 && some < all, () -> some + " of " + all);
        assertEquals(covered(picture("--no-legend", "--blocks", "s*")), covered(picture("--no-legend", "--hide", "20")));
    }

    @Test
    void theBackgroundMayBeTransparent() throws IOException {
        BufferedImage image = picture("--no-legend", "--background", "transparent");
        assertEquals(0, image.getRGB(2, 2) >>> 24);
        assertEquals(255, image.getRGB(160, 100) >>> 24);
    }

    @Test
    void deformedMeshesLookDifferent() throws IOException {
        assertNotEquals(Arrays.hashCode(pixels(picture("--no-legend"))),
                Arrays.hashCode(pixels(picture("--no-legend", "--deform", "disp:auto"))));
    }

    @Test
    void stepsHaveDifferentColoursUnderOneRange() throws IOException {
        assertNotEquals(Arrays.hashCode(pixels(picture("temperature", "--no-legend", "--range", "all", "--step", "0"))),
                Arrays.hashCode(pixels(picture("temperature", "--no-legend", "--range", "all", "--step", "last"))));
    }

    @Test
    void setsAreDrawnOnTop() throws IOException {
        assertNotEquals(Arrays.hashCode(pixels(picture("--no-legend"))),
                Arrays.hashCode(pixels(picture("--no-legend", "--sets", "sset:4,nset:clamped"))));
    }

    @Test
    void valuesOfSideSetsAreSeenOnTheirSides() throws IOException {
        long grey = colours(picture("sset/traction", "--step", "0", "--no-legend", "--edges", "none"), false);
        long coloured = colours(picture("sset/traction", "--step", "0", "--no-legend", "--edges", "none"), true);
        assertTrue(grey > 1000, () -> grey + " pixels without a value");
        assertTrue(coloured > 200, () -> coloured + " pixels with one");
    }

    /// Pixels with colours, or those that are grey.
    private static long colours(BufferedImage image, boolean areWanted) {
        return Arrays.stream(pixels(image)).filter(pixel -> pixel != WHITE)
                .filter(pixel -> areWanted != ((pixel >> 16 & 255) == (pixel >> 8 & 255) && (pixel & 255) == (pixel >> 8 & 255)))
                .count();
    }

    @Test
    void animationsHaveAPictureForEachStep() throws IOException {
        Path target = folder.resolve("run.gif");
        assertEquals(new Run(0, "", ""), pic("nodal/temperature", "--steps", "0:4:2", "--delay", "0.25", "-o", target.toString()));
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream stream = ImageIO.createImageInputStream(target.toFile())) {
            reader.setInput(stream);
            List<String> delays = new ArrayList<>();
            for (int i = 0; i < reader.getNumImages(true); i++) {
                IIOMetadataNode root = (IIOMetadataNode) reader.getImageMetadata(i)
                        .getAsTree("javax_imageio_gif_image_1.0");
                delays.add(((IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0))
                        .getAttribute("delayTime"));
            }
            assertEquals(List.of("25", "25", "25"), delays);
            assertEquals(320, reader.getWidth(0));
        } finally {
            reader.dispose();
        }
    }

    @Test
    void severalStepsGoToAsManyFiles() throws IOException {
        assertEquals(0, pic("--steps", "all", "-o", folder.resolve("frame-%03d.png").toString()).exit());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of("frame-000.png", "frame-001.png", "frame-002.png", "frame-003.png", "frame-004.png"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "--view upside | --view takes front", "--edges all | --edges takes none, feature, mesh, not 'all'",
        "--range 3:1 | --range takes two numbers", "--colours jet | --colours takes viridis",
        "--colours grey:0 | --colours takes 1 to 256 bands", "--size 10x10 | --size takes 50 to",
        "--zoom 0 | --zoom takes a factor", "--background pink | --background takes white", "-o run.txt | -o takes a name",
        "--steps all -o run.png | 5 steps do not fit into one png", "--sets block:20 | --sets takes side sets",
        "--deform disp:much | 'much' is no scale"})
    void wordsThatMakeNoSenseAreExplained(String words, String message) {
        Run run = pic(words.split(" ", -1));
        assertAll(() -> assertEquals(2, run.exit(), run.err()), () -> assertTrue(run.err().contains(message), run.err()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {"nodal/temperatur | did you mean 'temperature'?", "nodal/*|choose one: nodal/disp_x",
        "glob/* | a picture cannot show glob/"})
    void whatIsNotThereIsNamed(String variable, String message) {
        Path target = folder.resolve("none.png");
        Run run = pic(variable, "-o", target.toString());
        assertAll(() -> assertEquals(6, run.exit(), run.err()), () -> assertTrue(run.err().contains(message), run.err()),
                () -> assertFalse(Files.exists(target)));
    }

    @Test
    void theFileItselfIsNeverOverwritten() throws IOException {
        Path copy = Files.move(Run.copy("plate.e", folder), folder.resolve("plate.png"));
        long size = Files.size(copy);
        Run run = Run.exo("pic", copy.toString(), "-o", copy.toString());
        assertEquals(7, run.exit(), run.err());
        assertEquals(size, Files.size(copy));
    }

    /// Two squares, one of them in a block of a type that nobody knows.
    private Path withUnknownBlock() throws IOException {
        Path path = folder.resolve("unknown.e");
        try (ExodusWriter writer = Exodus.create(path, ExodusDefinition.builder().dimension(2).nodes(6)
                .elementBlock(1, "QUAD4", 1).elementBlock(2, "FOO4", 1, block -> block.withNodesPerEntry(4)).build())) {
            writer.coordinates().put(new double[] {0, 1, 2, 0, 1, 2}, new double[] {0, 0, 0, 1, 1, 1});
            writer.elementBlock(1).nodeIndexes().put(0, 1, 4, 3);
            writer.elementBlock(2).nodeIndexes().put(1, 2, 5, 4);
            writer.commit();
        }
        return path;
    }

    @Test
    void blocksThatCannotBeDrawnAreNamedAndNotInTheLegend() throws IOException {
        String path = withUnknownBlock().toString();
        Path all = folder.resolve("all.png");
        Path without = folder.resolve("without.png");

        assertEquals(new Run(0, "", "warning: " + path
                + ": block 2 is not shown: elements of type FOO4 have no shape that is known\n"),
                Run.exo("pic", path, "-o", all.toString()));
        assertEquals(new Run(0, "", ""), Run.exo("pic", path, "--hide", "2", "-o", without.toString()));
        assertArrayEquals(Files.readAllBytes(without), Files.readAllBytes(all));
    }
}
