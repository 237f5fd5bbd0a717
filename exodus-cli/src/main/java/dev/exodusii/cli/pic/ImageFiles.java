package dev.exodusii.cli.pic;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.w3c.dom.Node;

/// Writes pictures as PNG, JPEG or animated GIF.
public final class ImageFiles {

    private static final float QUALITY = 0.92f;
    private static final int SAMPLED = 5;

    private ImageFiles() {}

    /// Tells what kind of picture a name ends in.
    ///
    /// @param name the name of a file
    /// @return `png`, `jpg` or `gif`; empty for another ending
    public static String format(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".png") ? "png" : lower.endsWith(".gif") ? "gif"
                : lower.endsWith(".jpg") || lower.endsWith(".jpeg") ? "jpg" : "";
    }

    /// Writes one picture.
    ///
    /// @param image  the picture
    /// @param format `png` or `jpg`, which has no transparency: white is put behind it
    /// @param out    where it goes
    /// @throws IOException when it cannot be written
    public static void write(BufferedImage image, String format, OutputStream out) throws IOException {
        // Without the file that ImageIO would keep in a folder for temporary ones.
        ImageIO.setUseCache(false);
        if (format.equals("png")) {
            ImageIO.write(image, "png", out);
            return;
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam options = writer.getDefaultWriteParam();
            options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            options.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(opaque(image), null, null), options);
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage opaque(BufferedImage image) {
        BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = opaque.createGraphics();
        canvas.drawImage(image, 0, 0, Color.WHITE, null);
        canvas.dispose();
        return opaque;
    }

    /// Writes an animation that runs for ever. Colours are chosen for a few of its pictures, and are the same in all.
    ///
    /// @param count  how many pictures there are
    /// @param images makes each; some are asked for twice
    /// @param delay  how long each is shown, in hundredths of a second
    /// @param out    where it goes
    /// @throws IOException when it cannot be written
    public static void writeGif(int count, IntFunction<BufferedImage> images, int delay, OutputStream out)
            throws IOException {
        ImageIO.setUseCache(false);
        List<BufferedImage> some = new ArrayList<>();
        int sampled = Math.min(count, SAMPLED);
        for (int i = 0; i < sampled; i++) {
            some.add(opaque(images.apply(sampled == 1 ? 0 : (int) ((long) i * (count - 1) / (sampled - 1)))));
        }
        Palette palette = Palette.of(some);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < count; i++) {
                BufferedImage image = palette.apply(opaque(images.apply(i)));
                IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image),
                        writer.getDefaultWriteParam());
                time(metadata, delay, i == 0);
                writer.writeToSequence(new IIOImage(image, null, metadata), writer.getDefaultWriteParam());
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    private static void time(IIOMetadata metadata, int delay, boolean isFirst) throws IOException {
        String format = metadata.getNativeMetadataFormatName();
        Node root = metadata.getAsTree(format);
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("delayTime", Integer.toString(delay));
        control.setAttribute("transparentColorIndex", "0");
        if (isFirst) {
            IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
            loop.setAttribute("applicationID", "NETSCAPE");
            loop.setAttribute("authenticationCode", "2.0");
            loop.setUserObject(new byte[] {1, 0, 0});
            child(root, "ApplicationExtensions").appendChild(loop);
        }
        metadata.setFromTree(format, root);
    }

    private static IIOMetadataNode child(Node root, String name) {
        for (Node each = root.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each.getNodeName().equals(name)) {
                return (IIOMetadataNode) each;
            }
        }
        IIOMetadataNode made = new IIOMetadataNode(name);
        root.appendChild(made);
        return made;
    }
}
