package dev.exodusii.compare;

import dev.exodusii.compare.ComparisonEvent.Level;
import dev.exodusii.compare.ComparisonEvent.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Passes on what a comparison comes upon, and keeps what the report will need of it.
final class Journal {

    private static final int MOST_KEPT = 1000;

    private final Consumer<? super ComparisonEvent> listener;
    private final List<Message> messages = new ArrayList<>();
    private final List<VariableResult> coordinates = new ArrayList<>();
    private boolean isDifferent;

    Journal(Consumer<? super ComparisonEvent> listener) {
        this.listener = listener;
    }

    void tell(ComparisonEvent event) {
        listener.accept(event);
    }

    void info(String text) {
        message(Level.INFO, text);
    }

    void warn(String text) {
        message(Level.WARNING, text);
    }

    /// Tells of something that makes the files different.
    void difference(String text) {
        isDifferent = true;
        message(Level.DIFFERENCE, text);
    }

    private void message(Level level, String text) {
        Message message = new Message(level, text);
        if (messages.size() < MOST_KEPT) {
            messages.add(message);
        }
        listener.accept(message);
    }

    void setDifferent() {
        isDifferent = true;
    }

    boolean isDifferent() {
        return isDifferent;
    }

    List<Message> messages() {
        return messages;
    }

    /// Keeps coordinates that differ.
    void addCoordinates(VariableResult result) {
        coordinates.add(result);
    }

    List<VariableResult> coordinates() {
        return coordinates;
    }
}
