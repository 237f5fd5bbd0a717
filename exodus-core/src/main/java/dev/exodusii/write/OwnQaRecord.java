package dev.exodusii.write;

import dev.exodusii.QaRecord;
import java.lang.module.ModuleDescriptor;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// The note that this library had a hand in a file.
final class OwnQaRecord {

    private static final int MOST_BYTES = 32;

    private OwnQaRecord() {}

    static QaRecord now() {
        LocalDateTime now = LocalDateTime.now();
        return new QaRecord("exodus for Java", version(), now.format(DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT)),
                now.format(DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT)));
    }

    private static String version() {
        Optional<String> version = Optional.ofNullable(OwnQaRecord.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .or(() -> Optional.ofNullable(OwnQaRecord.class.getPackage().getImplementationVersion()));
        return version.filter(known -> Rules.bytes(known) <= MOST_BYTES).orElse("");
    }
}
