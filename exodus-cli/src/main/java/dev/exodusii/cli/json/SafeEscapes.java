package dev.exodusii.cli.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.exodusii.cli.text.Escape;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Escapes what JSON may contain but a terminal would act upon: control characters beyond ASCII and changes of
/// direction.
final class SafeEscapes extends CharacterEscapes {

    /// Here rather than in [Json], so that loading that class loads nothing of the library.
    static final JsonFactory FACTORY = new JsonFactoryBuilder().characterEscapes(new SafeEscapes()).build();

    private static final long serialVersionUID = 1L;
    private static final int DELETE = 0x7F;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
        codes[DELETE] = CharacterEscapes.ESCAPE_STANDARD;
        return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int ch) {
        boolean isHalf = ch <= Character.MAX_VALUE && Character.isSurrogate((char) ch);
        if (isHalf || Escape.isPrintable(ch)) {
            return null;
        }
        String digits = Integer.toHexString(ch).toUpperCase(Locale.ROOT);
        return new SerializedString("\\u" + "0".repeat(4 - digits.length()) + digits);
    }
}
