package dev.exodusii.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.exodusii.cli.text.Numbers;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Collection;
import java.util.Iterator;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Writes one JSON object, as a rule into memory, in the order of the calls.
///
/// What a file lacks is `null` or left out, never a made-up value. Real numbers are written in the fewest digits that
/// read back exactly; those that are no numbers, as the texts `"NaN"`, `"Infinity"` and `"-Infinity"`. Integers are
/// integers, however long; so are ids, where they are not wanted as texts.
public final class Json {

    private static final int LAST_ASCII = 0x7F;

    private final Writer text;
    private final JsonGenerator generator;
    private final Ids ids;

    private Json(Writer text, JsonGenerator generator, Ids ids) {
        this.text = text;
        this.generator = generator;
        this.ids = ids;
    }

    /// Writes a text as JSON does, between quotes.
    ///
    /// @param text any text
    /// @return the text with quotes and escapes
    public static String quoted(String text) {
        try {
            StringWriter quoted = new StringWriter();
            try (JsonGenerator generator = SafeEscapes.FACTORY.createGenerator(quoted)) {
                generator.writeString(text);
            }
            return quoted.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Begins an object.
    ///
    /// @param isPretty whether a person is to read it
    /// @param ids      how ids are written
    /// @return the object, open
    public static Json begin(boolean isPretty, Ids ids) {
        try {
            StringWriter text = new StringWriter();
            JsonGenerator generator = SafeEscapes.FACTORY.createGenerator(text);
            if (isPretty) {
                generator.useDefaultPrettyPrinter();
            }
            return new Json(text, generator, ids).write(generator::writeStartObject);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Begins an object whose text is ASCII, as some readers of metadata want it.
    ///
    /// @return the object, open
    public static Json beginAscii() {
        Json json = begin(false, Ids.INTEGERS);
        json.generator.setHighestNonEscapedChar(LAST_ASCII);
        return json;
    }

    /// Writes an object that may be too large for memory.
    ///
    /// @param out    where it goes; it stays open
    /// @param fields writes what is in the object
    public static void stream(Writer out, Consumer<Json> fields) {
        try (JsonGenerator generator = SafeEscapes.FACTORY.createGenerator(out)) {
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            generator.writeStartObject();
            fields.accept(new Json(out, generator, Ids.INTEGERS));
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends the object.
    ///
    /// @return its text
    public String end() {
        write(generator::writeEndObject);
        write(generator::close);
        return text.toString();
    }

    /// Writes one field whose value is an object.
    ///
    /// @param name   the field's name
    /// @param fields writes what is in the object
    /// @return this
    public Json object(String name, Consumer<Json> fields) {
        return write(() -> {
            generator.writeObjectFieldStart(name);
            fields.accept(this);
            generator.writeEndObject();
        });
    }

    /// Writes one field whose value is a list of objects.
    ///
    /// @param name    the field's name
    /// @param items   what the objects are made of
    /// @param fields  writes what is in the object of an item
    /// @param <T>     the kind of item
    /// @return this
    public <T> Json objects(String name, Iterable<? extends T> items, Consumer<? super T> fields) {
        return write(() -> {
            generator.writeArrayFieldStart(name);
            for (T item : items) {
                generator.writeStartObject();
                fields.accept(item);
                generator.writeEndObject();
            }
            generator.writeEndArray();
        });
    }

    /// Writes one field whose value is a list of texts.
    ///
    /// @param name  the field's name
    /// @param texts the texts
    /// @return this
    public Json texts(String name, Collection<String> texts) {
        return write(() -> {
            generator.writeArrayFieldStart(name);
            for (String text : texts) {
                generator.writeString(text);
            }
            generator.writeEndArray();
        });
    }

    /// Writes one field whose value is a list of integers.
    ///
    /// @param name     the field's name
    /// @param integers the integers
    /// @return this
    public Json integers(String name, LongStream integers) {
        return write(() -> {
            generator.writeArrayFieldStart(name);
            for (PrimitiveIterator.OfLong rest = integers.iterator(); rest.hasNext();) {
                generator.writeNumber(rest.nextLong());
            }
            generator.writeEndArray();
        });
    }

    /// Writes one field whose value is a list of ids.
    ///
    /// @param name the field's name
    /// @param list the ids
    /// @return this
    public Json ids(String name, LongStream list) {
        return ids == Ids.INTEGERS ? integers(name, list)
                : texts(name, list.mapToObj(Long::toString).toList());
    }

    /// Writes one field whose value is a list of numbers as they are spelt.
    ///
    /// @param name    the field's name
    /// @param numbers numbers in JSON's own spelling
    /// @return this
    public Json numbers(String name, Stream<String> numbers) {
        return write(() -> {
            generator.writeArrayFieldStart(name);
            for (Iterator<String> rest = numbers.iterator(); rest.hasNext();) {
                generator.writeNumber(rest.next());
            }
            generator.writeEndArray();
        });
    }

    /// Writes one field whose value is a list of real numbers.
    ///
    /// @param name  the field's name
    /// @param reals the numbers
    /// @return this
    public Json reals(String name, DoubleStream reals) {
        return write(() -> {
            generator.writeArrayFieldStart(name);
            for (PrimitiveIterator.OfDouble rest = reals.iterator(); rest.hasNext();) {
                real(rest.nextDouble());
            }
            generator.writeEndArray();
        });
    }

    /// Writes a text.
    ///
    /// @param name  the field's name
    /// @param value its value
    /// @return this
    public Json field(String name, String value) {
        return write(() -> generator.writeStringField(name, value));
    }

    /// Writes an integer.
    ///
    /// @param name  the field's name
    /// @param value its value
    /// @return this
    public Json field(String name, long value) {
        return write(() -> generator.writeNumberField(name, value));
    }

    /// Writes an id.
    ///
    /// @param name the field's name
    /// @param id   the id
    /// @return this
    public Json id(String name, long id) {
        return ids == Ids.INTEGERS ? field(name, id) : field(name, Long.toString(id));
    }

    /// Writes a real number.
    ///
    /// @param name  the field's name
    /// @param value its value
    /// @return this
    public Json field(String name, double value) {
        return write(() -> {
            generator.writeFieldName(name);
            real(value);
        });
    }

    /// Writes a real number that was stored in 32 bits.
    ///
    /// @param name  the field's name
    /// @param value its value
    /// @return this
    public Json real(String name, float value) {
        return Float.isFinite(value) ? number(name, Numbers.real(value)) : field(name, Float.toString(value));
    }

    /// Writes true or false.
    ///
    /// @param name  the field's name
    /// @param value its value
    /// @return this
    public Json field(String name, boolean value) {
        return write(() -> generator.writeBooleanField(name, value));
    }

    /// Writes an integer, or null where there is none.
    ///
    /// @param name  the field's name
    /// @param value its value
    /// @return this
    public Json field(String name, OptionalLong value) {
        return value.isPresent() ? field(name, value.getAsLong()) : absent(name);
    }

    /// Writes an integer, or null where there is none.
    ///
    /// @param name  the field's name
    /// @param value its value
    /// @return this
    public Json field(String name, OptionalInt value) {
        return value.isPresent() ? field(name, (long) value.getAsInt()) : absent(name);
    }

    /// Writes a real number, or null where there is none.
    ///
    /// @param name  the field's name
    /// @param value its value
    /// @return this
    public Json field(String name, OptionalDouble value) {
        return value.isPresent() ? field(name, value.getAsDouble()) : absent(name);
    }

    /// Writes a text, or null where it is empty.
    ///
    /// @param name  the field's name
    /// @param value its value
    /// @return this
    public Json nonEmpty(String name, String value) {
        return value.isEmpty() ? absent(name) : field(name, value);
    }

    /// Writes null.
    ///
    /// @param name the field's name
    /// @return this
    public Json absent(String name) {
        return write(() -> generator.writeNullField(name));
    }

    /// Writes a number as it is spelt.
    ///
    /// @param name   the field's name
    /// @param number a number in JSON's own spelling
    /// @return this
    public Json number(String name, String number) {
        return write(() -> {
            generator.writeFieldName(name);
            generator.writeNumber(number);
        });
    }

    /// Writes a range of bytes of another file, as a list of three.
    ///
    /// @param name   the field's name
    /// @param target where the other file is
    /// @param offset the first byte
    /// @param length the number of bytes
    /// @return this
    public Json reference(String name, String target, long offset, long length) {
        return write(() -> {
            generator.writeArrayFieldStart(name);
            generator.writeString(target);
            generator.writeNumber(offset);
            generator.writeNumber(length);
            generator.writeEndArray();
        });
    }

    private void real(double value) throws IOException {
        if (Double.isFinite(value)) {
            generator.writeNumber(Numbers.real(value));
        } else {
            generator.writeString(Double.toString(value));
        }
    }

    private Json write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            // The text goes to memory: only a document that is put together wrongly can fail.
            throw new UncheckedIOException(e);
        }
        return this;
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }
}
