package dev.exodusii.write;

import dev.exodusii.EntityKind;
import dev.exodusii.diagnostic.Quoted;
import java.nio.charset.StandardCharsets;

/// Refusals of what a file cannot hold, all in one form: what it is about, what is wrong with it.
final class Rules {

    private Rules() {}

    static void require(boolean isFine, EntityKind kind, long id, String fault) {
        require(isFine, kind.label() + " " + id, fault);
    }

    static void require(boolean isFine, String subject, String fault) {
        if (!isFine) {
            throw new IllegalArgumentException(subject + " " + fault);
        }
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /// Checks that a text fits into a row, and does not end before its end.
    static void requireText(String subject, String text, long most) {
        requireText(subject, text, bytes(text), most);
    }

    static void requireText(String subject, String text, long bytes, long most) {
        require(bytes <= most, subject, "is too long: " + Quoted.text(text) + " takes " + bytes + " bytes where " + most
                + " are allowed");
        require(text.indexOf('\0') < 0, subject, "contains a NUL, which ends a text: " + Quoted.text(text));
    }
}
