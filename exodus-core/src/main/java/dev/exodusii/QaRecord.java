package dev.exodusii;

import dev.exodusii.view.ArrayView;
import dev.exodusii.view.TextView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One program that had a hand in the file (`exodus-format` §2.6).
///
/// @param code    the program's name
/// @param version its version
/// @param date    when it wrote, in the form that the program chose
/// @param time    the time of day, likewise
public record QaRecord(String code, String version, String date, String time) {

    static List<QaRecord> of(Storage storage) {
        Optional<ArrayView> stored = storage.values("qa_records")
                .filter(all -> all.type().byteSize() == 1 && all.rank() == 3 && all.length(1) == 4);
        List<QaRecord> records = new ArrayList<>();
        for (long i = 0; stored.isPresent() && i < stored.get().length(0); i++) {
            TextView fields = stored.get().select(0, i).text();
            records.add(new QaRecord(fields.get(0), fields.get(1), fields.get(2), fields.get(3)));
        }
        return List.copyOf(records);
    }
}
