package dev.exodusii.cli;

/// An option that is given or not.
final class Flag {

    private final String name;
    private final String description;
    private boolean isSet;

    Flag(String name, String description) {
        this.name = name;
        this.description = description;
    }

    String name() {
        return name;
    }

    String description() {
        return description;
    }

    boolean isSet() {
        return isSet;
    }

    void set(boolean value) {
        isSet = value;
    }
}
