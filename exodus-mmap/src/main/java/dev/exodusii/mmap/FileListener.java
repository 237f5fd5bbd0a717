package dev.exodusii.mmap;

/// Is told by a [FileWatcher] what has become of a file.
@FunctionalInterface
public interface FileListener {

    /// Takes an event. Called by one thread at a time, in the order of the events.
    ///
    /// An exception does not end the watching, and the event counts as told: the watcher logs it and goes on.
    ///
    /// @param event what has happened
    /// @throws Exception whatever goes wrong, such as [FileEvent#open] on a file that has changed again
    void changed(FileEvent event) throws Exception;
}
