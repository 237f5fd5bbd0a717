package dev.exodusii.cli.address;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The words that addresses are made of.
public final class Words {

    private Words() {}

    /// Returns the word that stands for a kind of entity before a colon or an `@`, such as `block` or `nset`.
    ///
    /// @param kind the kind
    /// @return its word
    public static String ofEntity(EntityKind kind) {
        return switch (kind) {
            case ELEMENT_BLOCK -> "block";
            case EDGE_BLOCK -> "edgeblock";
            case FACE_BLOCK -> "faceblock";
            case NODE_SET -> "nset";
            case EDGE_SET -> "edgeset";
            case FACE_SET -> "faceset";
            case SIDE_SET -> "sset";
            case ELEMENT_SET -> "elemset";
            case NODE_MAP -> "nodemap";
            case EDGE_MAP -> "edgemap";
            case FACE_MAP -> "facemap";
            case ELEMENT_MAP -> "elemmap";
            case ASSEMBLY -> "assembly";
            case BLOB -> "blob";
            case GLOBAL -> "glob";
            case NODAL -> "nodal";
            case COORDINATE -> "coord";
        };
    }

    /// Returns the word that stands for the variables of a kind before a slash, such as `nodal` or `elem`.
    ///
    /// @param kind the kind
    /// @return its word
    public static String ofVariables(EntityKind kind) {
        return switch (kind) {
            case ELEMENT_BLOCK -> "elem";
            case EDGE_BLOCK -> "edge";
            case FACE_BLOCK -> "face";
            default -> ofEntity(kind);
        };
    }

    /// Returns what the variables of a kind are called in a sentence, such as `element variable` or `node set variable`.
    ///
    /// @param kind the kind
    /// @return the words for one variable
    public static String variableOf(EntityKind kind) {
        return switch (kind) {
            case ELEMENT_BLOCK -> "element variable";
            case EDGE_BLOCK -> "edge variable";
            case FACE_BLOCK -> "face variable";
            default -> kind.label() + " variable";
        };
    }

    /// A kind of two words may be written as `node_set`, `node-set` or `nodeset`.
    private static String joined(String word) {
        return word.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    /// Finds the kind of entity that a word before a colon stands for.
    ///
    /// @param word the word as typed
    /// @return the kind, if there is such a word
    public static Optional<EntityKind> entityKind(String word) {
        return Optional.ofNullable(switch (joined(word)) {
            case "block", "eblock", "elemblock", "elementblock" -> EntityKind.ELEMENT_BLOCK;
            case "edgeblock" -> EntityKind.EDGE_BLOCK;
            case "faceblock" -> EntityKind.FACE_BLOCK;
            case "nset", "nodeset" -> EntityKind.NODE_SET;
            case "edgeset" -> EntityKind.EDGE_SET;
            case "faceset" -> EntityKind.FACE_SET;
            case "sset", "sideset" -> EntityKind.SIDE_SET;
            case "elemset", "elset", "elementset" -> EntityKind.ELEMENT_SET;
            case "nodemap" -> EntityKind.NODE_MAP;
            case "edgemap" -> EntityKind.EDGE_MAP;
            case "facemap" -> EntityKind.FACE_MAP;
            case "elemmap", "elementmap" -> EntityKind.ELEMENT_MAP;
            case "assembly" -> EntityKind.ASSEMBLY;
            case "blob" -> EntityKind.BLOB;
            default -> null;
        });
    }

    /// Finds the kind whose variables a word before a slash stands for.
    ///
    /// @param word the word as typed
    /// @return the kind, if there is such a word
    public static Optional<EntityKind> variableKind(String word) {
        return switch (joined(word)) {
            case "nodal", "node" -> Optional.of(EntityKind.NODAL);
            case "glob", "global" -> Optional.of(EntityKind.GLOBAL);
            case "elem", "element" -> Optional.of(EntityKind.ELEMENT_BLOCK);
            case "edge" -> Optional.of(EntityKind.EDGE_BLOCK);
            case "face" -> Optional.of(EntityKind.FACE_BLOCK);
            default -> entityKind(word).filter(EntityKind::hasVariables);
        };
    }

    /// Returns what the axes are called: the names in the file, or x, y and z where it has none.
    ///
    /// @param file the file
    /// @return a name for each axis
    public static List<String> axes(ExodusFile file) {
        List<String> names = file.coordinates().names();
        boolean isNamed = names.size() == file.coordinates().dimension()
                && names.stream().noneMatch(String::isBlank) && names.stream().distinct().count() == names.size();
        return isNamed ? names : List.of("x", "y", "z").subList(0, Math.min(3, file.coordinates().dimension()));
    }

    static long integer(String digits, String address, String hint) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw AbsentException.syntax("'" + address + "' should have an integer behind the colon", hint);
        }
    }
}
