package dev.exodusii.netcdf;

/// What has become of a file since it was opened.
public enum FileChange {
    /// It has the same steps; also where its writer has begun another that is not complete yet.
    NONE,
    /// There is more of what its header declares: steps were added, or a file that was cut short has been filled up.
    /// What was there before is where it was.
    GROWN,
    /// Its header is another one: variables, dimensions or attributes were added, and data may have moved. Views of the old
    /// mapping may show anything where data was moved under them, since they read the same bytes.
    REDEFINED,
    /// There is another file at its place, as after a writer that renames what it has finished. Views of the old one are
    /// as good as ever.
    REPLACED,
    /// It has fewer steps than before, or has lost bytes, as when a run is begun anew. Views of the old mapping that reach
    /// beyond its end can no longer be read.
    SHRUNK;

    /// Compares a file with what it was. Both may be closed already.
    ///
    /// Looks at headers and sizes alone: a file that was begun anew in place, with the same header, and has come further
    /// than before looks like one that has grown.
    ///
    /// @param before     the file when it was opened first
    /// @param now        the file as it is
    /// @param isSameFile whether it is the same file, not another of the same name
    /// @return what has become of it
    public static FileChange between(NetcdfFile before, NetcdfFile now, boolean isSameFile) {
        if (!isSameFile) {
            return REPLACED;
        }
        if (!now.isLaidOutLike(before)) {
            return REDEFINED;
        }
        Layout old = before.layout();
        Layout present = now.layout();
        if (present.records() < old.records()
                || present.fileBytes() < Math.min(old.fileBytes(), old.dataBytes())) {
            return SHRUNK;
        }
        boolean isFilledUp = old.isTruncated() && present.fileBytes() > old.fileBytes();
        return present.records() > old.records() || isFilledUp ? GROWN : NONE;
    }
}
