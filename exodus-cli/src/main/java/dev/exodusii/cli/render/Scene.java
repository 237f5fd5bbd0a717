package dev.exodusii.cli.render;

import dev.exodusii.surface.Primitive;
import java.util.List;
import java.util.Optional;

/// All that is in a picture.
///
/// @param parts      what is drawn
/// @param scale      the colours of values
/// @param background red, green and blue of 8 bits each, and above them how opaque the background is, 0 or 255
public record Scene(List<Part> parts, ColourScale scale, int background) {

    /// A background that is not there.
    public static final int TRANSPARENT = 0;
    /// A white background.
    public static final int WHITE = 0xffffffff;

    /// Makes a scene; the list is copied.
    public Scene {
        parts = List.copyOf(parts);
    }

    /// What was drawn at some place.
    ///
    /// @param part  the 0-based index of the part
    /// @param kind  what it is: a triangle, a bar or a point
    /// @param list  the 0-based index of the list in the part: which of its faces, lines or points
    /// @param index the 0-based index in that list: which triangle, bar or point
    public record Hit(int part, Primitive kind, int list, int index) {}

    /// Tells what an id of [Frame#idAt] stands for.
    ///
    /// @param id the id
    /// @return what it stands for; nothing for the background
    public Optional<Hit> hit(int id) {
        int rest = id;
        for (int part = 0; part < parts.size() && rest >= 0; part++) {
            Part here = parts.get(part);
            for (int list = 0; list < here.faces().size(); rest -= here.faces().get(list++).count()) {
                if (rest < here.faces().get(list).count()) {
                    return Optional.of(new Hit(part, Primitive.TRIANGLE, list, rest));
                }
            }
            for (int list = 0; list < here.lines().size(); rest -= here.lines().get(list++).count()) {
                if (rest < here.lines().get(list).count()) {
                    return Optional.of(new Hit(part, Primitive.LINE, list, rest));
                }
            }
            for (int list = 0; list < here.points().size(); rest -= here.points().get(list++).count()) {
                if (rest < here.points().get(list).count()) {
                    return Optional.of(new Hit(part, Primitive.POINT, list, rest));
                }
            }
        }
        return Optional.empty();
    }
}
