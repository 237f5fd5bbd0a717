package dev.exodusii.cli.show;

import dev.exodusii.cli.json.Json;
import dev.exodusii.cli.text.Layout;
import dev.exodusii.cli.text.Numbers;
import dev.exodusii.cli.text.Page;
import dev.exodusii.cli.text.Style;
import dev.exodusii.cli.text.Table;
import dev.exodusii.cli.text.Text;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.view.RealView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// Facts about one thing, each with a label for people and a key for programs, in the order in which they are told.
final class Facts {

    private static final int INDENT = 2;
    private static final int MOST_ROWS = 20;
    private static final int DIGITS = 9;

    /// One value.
    sealed interface Value {

        /// Returns the value for people.
        ///
        /// @param digits how many significant digits real numbers have, 0 for all
        Text text(int digits);

        /// Writes the value for programs.
        void write(Json json, String key);
    }

    /// Words.
    record Word(String word) implements Value {

        @Override
        public Text text(int digits) {
            return Text.of(word);
        }

        @Override
        public void write(Json json, String key) {
            json.field(key, word);
        }
    }

    /// An integer.
    record Whole(long number, boolean isCount) implements Value {

        @Override
        public Text text(int digits) {
            return Text.of(isCount ? Numbers.grouped(number) : Long.toString(number));
        }

        @Override
        public void write(Json json, String key) {
            json.field(key, number);
        }
    }

    /// An id.
    record Id(long id) implements Value {

        @Override
        public Text text(int digits) {
            return Text.of(Long.toString(id));
        }

        @Override
        public void write(Json json, String key) {
            json.id(key, id);
        }
    }

    /// A real number; nothing where there is none.
    record Real(OptionalDouble number) implements Value {

        /// Makes one of a number that is NaN where there is none.
        static Real of(double number) {
            return new Real(Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number));
        }

        @Override
        public Text text(int digits) {
            return number.isPresent() ? Text.of(digits == 0 ? Numbers.real(number.getAsDouble()) : Numbers.rounded(number.getAsDouble(), digits))
                    : Text.of(Style.FAINT, "-");
        }

        @Override
        public void write(Json json, String key) {
            json.field(key, number);
        }
    }

    /// A name; nothing where there is none.
    record Name(String name) implements Value {

        @Override
        public Text text(int digits) {
            return name.isEmpty() ? Text.of(Style.FAINT, "(none)") : Text.of(name);
        }

        @Override
        public void write(Json json, String key) {
            json.nonEmpty(key, name);
        }
    }

    /// The first and the last, or the smallest and the largest, of several integers.
    record Range(Value from, Value to) implements Value {

        @Override
        public Text text(int digits) {
            return from.text(digits).plus(" .. ").plus(to.text(digits));
        }

        @Override
        public void write(Json json, String key) {
            json.object(key, range -> {
                from.write(range, "from");
                to.write(range, "to");
            });
        }
    }

    /// A list of real numbers.
    record Reals(RealView numbers) implements Value {

        @Override
        public Text text(int digits) {
            return Text.of(numbers.stream().mapToObj(number -> digits == 0 ? Numbers.real(number)
                    : Numbers.rounded(number, digits)).collect(Collectors.joining(" ")));
        }

        @Override
        public void write(Json json, String key) {
            json.reals(key, numbers.stream());
        }
    }

    /// A list of words.
    record Words(List<String> words) implements Value {

        @Override
        public Text text(int digits) {
            return Text.of(String.join("  ", words));
        }

        @Override
        public void write(Json json, String key) {
            json.texts(key, words);
        }
    }

    /// A list of ids.
    record Ids(List<Long> ids) implements Value {

        @Override
        public Text text(int digits) {
            return Text.of(ids.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        }

        @Override
        public void write(Json json, String key) {
            json.ids(key, ids.stream().mapToLong(Long::longValue));
        }
    }

    private sealed interface Fact {}

    private record Single(String key, String label, Value value) implements Fact {}

    private record Rows(String key, List<String> keys, List<String> headings, List<List<Value>> rows) implements Fact {}

    private final String title;
    private final List<Fact> facts = new ArrayList<>();
    private final List<String> damages = new ArrayList<>();

    /// @param title what the facts are about
    Facts(String title) {
        this.title = title;
    }

    Facts word(String key, String label, String word) {
        return add(key, label, new Word(word));
    }

    Facts whole(String key, String label, long number) {
        return add(key, label, new Whole(number, false));
    }

    Facts id(String key, String label, long id) {
        return add(key, label, new Id(id));
    }

    Facts name(String name) {
        return add("name", "name", new Name(name));
    }

    Facts range(String key, String label, long from, long to) {
        return add(key, label, new Range(new Whole(from, false), new Whole(to, false)));
    }

    Facts idRange(String key, String label, long from, long to) {
        return add(key, label, new Range(new Id(from), new Id(to)));
    }

    Facts count(String key, String label, long number) {
        return add(key, label, new Whole(number, true));
    }

    Facts real(String key, String label, double number) {
        return add(key, label, new Real(OptionalDouble.of(number)));
    }

    Facts words(String key, String label, List<String> words) {
        return words.isEmpty() ? this : add(key, label, new Words(words));
    }

    Facts ids(String key, String label, List<Long> ids) {
        return ids.isEmpty() ? this : add(key, label, new Ids(ids));
    }

    /// Adds a table; none where it has no rows.
    ///
    /// @param key      the key of the list
    /// @param headings the headings, which in small letters and up to ` AT ` are the keys of the fields
    /// @param rows     the cells
    Facts table(String key, List<String> headings, List<List<Value>> rows) {
        if (!rows.isEmpty()) {
            facts.add(new Rows(key, headings.stream().map(heading -> heading.replaceAll(" AT .*|[ -]", "")
                    .toLowerCase(Locale.ROOT)).toList(), headings, rows));
        }
        return this;
    }

    /// Adds facts that need values of the file; where these cannot be read, that is the fact.
    Facts ifReadable(Runnable more) {
        try {
            more.run();
        } catch (DamagedDataException e) {
            damages.add(String.valueOf(e.getMessage()));
        }
        return this;
    }

    private Facts add(String key, String label, Value value) {
        facts.add(new Single(key, label, value));
        return this;
    }

    void write(Json json) {
        json.field("title", title);
        for (Fact fact : facts) {
            switch (fact) {
                case Single single -> single.value.write(json, single.key);
                case Rows rows -> json.objects(rows.key, rows.rows, row -> {
                    for (int c = 0; c < row.size(); c++) {
                        row.get(c).write(json, rows.keys.get(c));
                    }
                });
            }
        }
        if (!damages.isEmpty()) {
            json.texts("damages", damages);
        }
    }

    /// Draws the facts; into a pipe, with all digits.
    ///
    /// @param isAll whether tables are shown in full
    List<Text> lines(Page page, boolean isAll) {
        int digits = page.breakAt() == Integer.MAX_VALUE ? 0 : DIGITS;
        List<Text> lines = new ArrayList<>();
        lines.add(Text.of(Style.STRONG, title));
        int labels = facts.stream().filter(Single.class::isInstance).mapToInt(fact -> ((Single) fact).label.length())
                .max().orElse(0) + 2;
        for (Fact fact : facts) {
            if (fact instanceof Single single) {
                lines.addAll(line(single, labels, page.breakAt(), digits));
            }
        }
        damages.forEach(damage -> lines.addAll(line(new Single("damages", "damaged", new Word(damage)), labels,
                page.breakAt(), digits)));
        for (Fact fact : facts) {
            if (fact instanceof Rows rows) {
                lines.add(Text.EMPTY);
                table(rows, isAll, digits).forEach(line -> lines.add(Text.of(" ".repeat(INDENT)).plus(line)
                        .shortened(page.breakAt())));
            }
        }
        return lines;
    }

    private static List<Text> line(Single single, int labels, int width, int digits) {
        Text label = Text.of(" ".repeat(INDENT)).plus(Text.of(Style.LABEL, single.label)).padRight(INDENT + labels);
        int room = Math.max(20, width - INDENT - labels);
        List<Text> value = switch (single.value) {
            case Words words -> Layout.flow(words.words.stream().map(Text::of).toList(), room, Integer.MAX_VALUE);
            case Ids ids -> Layout.wrap(ids.text(digits).toString(), room);
            case Word word -> Layout.wrap(word.word, room);
            default -> List.of(single.value.text(digits));
        };
        List<Text> lines = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            lines.add((i == 0 ? label : Text.of(" ".repeat(INDENT + labels))).plus(value.get(i)));
        }
        return lines;
    }

    private static List<Text> table(Rows rows, boolean isAll, int digits) {
        Table table = new Table();
        for (int c = 0; c < rows.headings.size(); c++) {
            int column = c;
            boolean isNumber = rows.rows.stream().allMatch(row -> row.get(column) instanceof Whole
                    || row.get(column) instanceof Id || row.get(column) instanceof Real);
            if (isNumber) {
                table.numbers(rows.headings.get(c));
            } else {
                table.words(rows.headings.get(c));
            }
        }
        int shown = isAll ? rows.rows.size() : Math.min(rows.rows.size(), MOST_ROWS);
        rows.rows.subList(0, shown).forEach(row -> table.row(row.stream().map(value -> value.text(digits)).toList()));
        if (shown < rows.rows.size()) {
            table.ending(Layout.more(rows.rows.size() - shown).plus(" (--all)"));
        }
        return table.lines();
    }
}
