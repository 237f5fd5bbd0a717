package dev.exodusii.cli.pic;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// At most 256 colours that stand for all of some pictures: boxes of colours are cut in two where they differ most, until there
/// are enough.
final class Palette {

    private static final int MOST = 256;
    /// Colours count as equal that differ beyond the upper 6 bits of red, green and blue.
    private static final int BITS = 6;
    private static final int CELLS = 1 << 3 * BITS;

    private final int[] colours;
    private final short[] nearest = new short[CELLS];

    private Palette(int[] colours) {
        this.colours = colours;
        Arrays.fill(nearest, (short) -1);
    }

    /// The colours of a cell: how many pixels have one, and the sums of what they have.
    private record Cell(long count, long red, long green, long blue) {

        int channel(int which) {
            return (int) ((which == 0 ? red : which == 1 ? green : blue) / count);
        }
    }

    static Palette of(List<BufferedImage> images) {
        long[] sums = new long[4 * CELLS];
        for (BufferedImage image : images) {
            for (int rgb : image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
                int cell = 4 * cell(rgb);
                sums[cell]++;
                sums[cell + 1] += rgb >> 16 & 255;
                sums[cell + 2] += rgb >> 8 & 255;
                sums[cell + 3] += rgb & 255;
            }
        }
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < CELLS; i++) {
            if (sums[4 * i] > 0) {
                cells.add(new Cell(sums[4 * i], sums[4 * i + 1], sums[4 * i + 2], sums[4 * i + 3]));
            }
        }
        List<List<Cell>> boxes = new ArrayList<>(List.of(cells));
        while (boxes.size() < MOST) {
            List<Cell> widest = boxes.stream().filter(box -> box.size() > 1)
                    .max(Comparator.comparingDouble(Palette::weight)).orElse(List.of());
            if (widest.isEmpty()) {
                break;
            }
            boxes.remove(widest);
            int axis = axis(widest);
            List<Cell> sorted = widest.stream().sorted(Comparator.comparingInt(cell -> cell.channel(axis))).toList();
            int middle = sorted.getFirst().channel(axis) + spread(sorted, axis) / 2;
            int cut = Math.clamp(sorted.stream().filter(cell -> cell.channel(axis) <= middle).count(), 1,
                    sorted.size() - 1);
            boxes.add(sorted.subList(0, cut));
            boxes.add(sorted.subList(cut, sorted.size()));
        }
        return new Palette(boxes.stream().mapToInt(Palette::mean).toArray());
    }

    private static int cell(int rgb) {
        return (rgb >> 18 & 63) << 2 * BITS | (rgb >> 10 & 63) << BITS | rgb >> 2 & 63;
    }

    /// Wide boxes come first, and among those the ones with many pixels.
    private static double weight(List<Cell> box) {
        long count = box.stream().mapToLong(Cell::count).sum();
        return spread(box, axis(box)) * Math.pow(count, 0.25);
    }

    private static int axis(List<Cell> box) {
        int red = spread(box, 0);
        int green = spread(box, 1);
        int blue = spread(box, 2);
        return green >= red && green >= blue ? 1 : red >= blue ? 0 : 2;
    }

    private static int spread(List<Cell> box, int axis) {
        int low = 255;
        int high = 0;
        for (Cell cell : box) {
            low = Math.min(low, cell.channel(axis));
            high = Math.max(high, cell.channel(axis));
        }
        return high - low;
    }

    private static int mean(List<Cell> box) {
        long count = Math.max(1, box.stream().mapToLong(Cell::count).sum());
        return (int) (box.stream().mapToLong(Cell::red).sum() / count << 16
                | box.stream().mapToLong(Cell::green).sum() / count << 8 | box.stream().mapToLong(Cell::blue).sum() / count);
    }

    BufferedImage apply(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        BufferedImage indexed = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE));
        byte[] indexes = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            indexes[i] = (byte) nearest(pixels[i]);
        }
        indexed.getRaster().setDataElements(0, 0, width, height, indexes);
        return indexed;
    }

    private int nearest(int rgb) {
        int cell = cell(rgb);
        if (nearest[cell] < 0) {
            int best = 0;
            int least = Integer.MAX_VALUE;
            for (int i = 0; i < colours.length; i++) {
                int red = (colours[i] >> 16 & 255) - (rgb >> 16 & 255);
                int green = (colours[i] >> 8 & 255) - (rgb >> 8 & 255);
                int blue = (colours[i] & 255) - (rgb & 255);
                int distance = 3 * red * red + 6 * green * green + 2 * blue * blue;
                if (distance < least) {
                    least = distance;
                    best = i;
                }
            }
            nearest[cell] = (short) best;
        }
        return nearest[cell];
    }
}
