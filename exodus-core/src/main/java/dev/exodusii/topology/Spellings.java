package dev.exodusii.topology;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;

/// Which shape a spelling stands for (`exodus-format` §3.1).
final class Spellings {

    /// The shape, then its spellings without their number of nodes.
    private static final Map<String, String> SHAPES = table("""
            SPHERE     sphere circle particle particles point sphere-mass
            BEAM       beam beam-r
            TRUSS      truss
            BAR        bar
            ROD        rod
            EDGE       edge
            LINE       line
            SPRING     spring
            SHELLLINE  shellline shell_line
            TRI        tri triangle triface solid_tri face_tri
            TRI4A      tri4a
            TRISHELL   trishell shell_tri shell_triangle
            QUAD       quad quadrilateral quadface solid_quad face_quad
            SHELL      shell shell_quad shell_quadrilateral
            TET        tet tetra tetrahedron solid_tet
            PYRAMID    pyramid pyra solid_pyramid
            WEDGE      wedge solid_wedge
            HEX        hex hexahedron hexshell solid_hex
            NULL       null empty
            """);

    /// The C library looks at the first three letters only.
    private static final Map<String, String> FIRST_LETTERS = table("""
            SPHERE   cir sph
            QUAD     qua
            TRI      tri
            SHELL    she
            HEX      hex
            TET      tet
            WEDGE    wed
            PYRAMID  pyr
            BEAM     bea
            TRUSS    tru
            BAR      bar
            EDGE     edg
            NULL     nul
            """);

    private Spellings() {}

    /// A type's text as it was understood.
    ///
    /// @param shape the shape
    /// @param count the number of nodes that the text gives, if it gives one
    /// @param exact whether the spelling is a known one, rather than one that only begins like it
    record Reading(String shape, Optional<Long> count, boolean exact) {}

    /// Reads a text in lower case with underscores for blanks: as it stands, then without what follows a hyphen, then
    /// by its first four letters, then by its first three.
    static Optional<Reading> read(String type) {
        TypeName name = TypeName.of(type);
        String shape = SHAPES.get(name.word());
        if (shape != null) {
            return Optional.of(new Reading(shape, name.count(), true));
        }
        int hyphen = type.indexOf('-');
        TypeName base = hyphen < 0 ? name : TypeName.of(type.substring(0, hyphen));
        return byShape(base.word())
                .or(() -> byShape(first(4, base.word())))
                .or(() -> byShape(first(3, base.word())))
                .or(() -> Optional.ofNullable(FIRST_LETTERS.get(first(3, base.word()))))
                .map(found -> new Reading(found, base.count(), false));
    }

    private static Optional<String> byShape(String word) {
        return Optional.ofNullable(SHAPES.get(word));
    }

    private static String first(int letters, String word) {
        return word.substring(0, Math.min(letters, word.length()));
    }

    private static Map<String, String> table(String lines) {
        Map<String, String> table = new HashMap<>();
        StringTokenizer rows = new StringTokenizer(lines, "\n");
        while (rows.hasMoreTokens()) {
            StringTokenizer words = new StringTokenizer(rows.nextToken(), " ");
            String shape = words.nextToken();
            while (words.hasMoreTokens()) {
                table.put(words.nextToken(), shape);
            }
        }
        return Map.copyOf(table);
    }
}
