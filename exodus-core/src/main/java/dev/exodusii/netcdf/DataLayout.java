package dev.exodusii.netcdf;

import dev.exodusii.diagnostic.ExodusFormatException;
import dev.exodusii.diagnostic.Fault;
import dev.exodusii.diagnostic.FindingCode;
import dev.exodusii.diagnostic.Severity;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Proves that the data of the variables lie apart and finds out how much of them is in the file
/// (`exodus-format` §1.4, §1.5, §1.9).
///
/// `begin` is authoritative: gaps and any order are allowed. What is checked is that no two variables share bytes and
/// that none lies in the header. The end of the file limits what is handed out but does not make the header wrong.
final class DataLayout {

    /// How much of what ends the file behind the counted records is looked at to tell records from padding.
    private static final long TAIL_BYTES = 1 << 20;
    private static final int PIECE = 1 << 13;

    private final String file;
    private final MemorySegment segment;
    private final Header header;
    private final long fileBytes;
    private final RecordCount count;
    private final Findings findings;
    private final List<VariableHeader> fixed = new ArrayList<>();
    private final List<VariableHeader> recorded = new ArrayList<>();

    private DataLayout(Memory memory, Header header, RecordCount count, Findings findings) {
        this.file = memory.name();
        this.segment = memory.segment();
        this.header = header;
        this.fileBytes = segment.byteSize();
        this.count = count;
        this.findings = findings;
        header.variables().forEach(variable -> (variable.isRecord() ? recorded : fixed).add(variable));
        // Plain lambdas: a JVM can prepare them ahead of time, but not those of Comparator.comparingLong.
        Comparator<VariableHeader> byBegin = (one, other) -> Long.compare(one.begin(), other.begin());
        fixed.sort(byBegin);
        recorded.sort(byBegin);
    }

    static Layout of(Memory memory, Header header, RecordCount count, Findings findings)
            throws ExodusFormatException {
        return new DataLayout(memory, header, count, findings).layout();
    }

    private Layout layout() throws ExodusFormatException {
        for (VariableHeader variable : header.variables()) {
            checkBegin(variable);
        }
        checkApart(fixed);
        checkApart(recorded);
        long stride = stride();
        checkWindow(stride);
        long complete = recordsComplete(stride);
        long records = header.records() < 0 || count == RecordCount.FROM_FILE_SIZE && !recorded.isEmpty()
                ? complete : Math.min(header.records(), complete);
        checkRecordsApart(records, stride);
        reportFixedBeyondEnd();
        reportRecords(complete, stride);
        return new Layout(header.bytes(), dataStart(), recorded.isEmpty() ? -1 : recordStart(), stride,
                header.records(), complete, records, dataBytes(records, stride), fileBytes);
    }

    private void checkBegin(VariableHeader variable) throws ExodusFormatException {
        if (variable.begin() < header.bytes()) {
            throw corrupt(variable, "begin is " + variable.begin() + ", inside the header of " + header.bytes()
                    + " bytes");
        }
        if (variable.begin() > Long.MAX_VALUE - variable.paddedBytes()) {
            throw corrupt(variable, "begin is " + variable.begin() + ", and " + variable.slabBytes()
                    + " bytes of data from there on are more than a file can hold");
        }
        if ((variable.begin() & 3) != 0) {
            findings.add(Severity.WARNING, FindingCode.UNALIGNED_VARIABLE, variable.name(), "starts at byte "
                    + variable.begin() + ", not at a multiple of 4 as netCDF writes it; read from there all the same");
        }
    }

    /// Variables sorted by begin lie apart when each ends before the next one starts.
    private void checkApart(List<VariableHeader> sorted) throws ExodusFormatException {
        for (int i = 1; i < sorted.size(); i++) {
            VariableHeader before = sorted.get(i - 1);
            VariableHeader after = sorted.get(i);
            if (after.begin() < end(before)) {
                throw corrupt(after, extent(after) + " overlap " + extent(before) + " of variable "
                        + Names.quote(before.name()));
            }
        }
    }

    /// The distance of records: all slabs with their padding, but a single record variable is not padded.
    ///
    /// The sum cannot overflow: the slabs lie apart, and the padding of each is less than its entry in the header.
    private long stride() {
        return recorded.size() == 1 ? recorded.getFirst().slabBytes()
                : recorded.stream().mapToLong(VariableHeader::paddedBytes).sum();
    }

    private void checkWindow(long stride) throws ExodusFormatException {
        for (VariableHeader variable : recorded) {
            if (end(variable) - recordStart() > stride) {
                throw corrupt(variable, extent(variable) + " do not lie in the first record, " + stride
                        + " bytes from byte " + recordStart() + " on");
            }
        }
    }

    private long recordsComplete(long stride) {
        if (recorded.isEmpty()) {
            boolean isCounted = header.dimensions().record() >= 0 && header.records() >= 0;
            return isCounted ? header.records() : 0;
        }
        long declared = header.records();
        long complete = recordsBefore(fileBytes, stride);
        if (complete <= declared) {
            return complete;
        }
        // Records end where a fixed variable begins, in the rare file that has one behind them. Where they are counted,
        // what lies between may be a gap.
        long limit = fixed.stream().mapToLong(VariableHeader::begin).filter(begin -> begin > recordStart())
                .reduce(fileBytes, Math::min);
        if (declared < 0) {
            return recordsBefore(limit, stride);
        }
        return limit < fileBytes ? declared : written(complete, stride);
    }

    /// How many records end before some byte.
    private long recordsBefore(long limit, long stride) {
        long complete = Long.MAX_VALUE;
        for (VariableHeader variable : recorded) {
            long room = limit - end(variable);
            complete = Math.min(complete, room < 0 ? 0 : room / stride + 1);
        }
        return complete;
    }

    /// Of records that nobody has counted, those that were written at all. Writers leave zeros up to the end of a page or
    /// of what they have reserved; a record has its time, at least, and mostly more.
    private long written(long complete, long stride) {
        long counted = recordStart() + header.records() * stride;
        long end = Math.min(fileBytes, recordStart() + complete * stride);
        long least = Math.max(counted, end - TAIL_BYTES);
        byte[] piece = new byte[PIECE];
        for (long at = end; at > least;) {
            int bytes = (int) Math.min(PIECE, at - least);
            at -= bytes;
            MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, at, piece, 0, bytes);
            for (int i = bytes - 1; i >= 0; i--) {
                if (piece[i] != 0) {
                    return Math.min(complete, (at + i - recordStart()) / stride + 1);
                }
            }
        }
        // What is left was not looked at: a record that reaches into it may have values there.
        return least == counted ? header.records() : (least - recordStart() + stride - 1) / stride;
    }

    /// A fixed variable may lie before or after all records, but not among them.
    private void checkRecordsApart(long records, long stride) throws ExodusFormatException {
        if (recorded.isEmpty() || records == 0) {
            return;
        }
        long recordsEnd = end(recorded.getLast()) + (records - 1) * stride;
        for (VariableHeader variable : fixed) {
            if (variable.begin() < recordsEnd && end(variable) > recordStart()) {
                throw corrupt(variable, extent(variable) + " overlap the " + records + " records in bytes "
                        + recordStart() + " to " + (recordsEnd - 1));
            }
        }
    }

    private void reportFixedBeyondEnd() {
        for (VariableHeader variable : fixed) {
            if (end(variable) > fileBytes) {
                findings.add(Severity.ERROR, FindingCode.TRUNCATED_VARIABLE, variable.name(), extent(variable)
                        + " are declared but the file ends after " + fileBytes
                        + " bytes; its values cannot be read");
            }
        }
    }

    private void reportRecords(long complete, long stride) {
        if (recorded.isEmpty()) {
            return;
        }
        String dimension = header.dimensions().name(header.dimensions().record());
        long declared = header.records();
        if (declared < 0) {
            findings.add(Severity.INFO, FindingCode.STREAMING_RECORDS, dimension,
                    "the header leaves the number of records open; from the file's size it is " + complete);
        } else if (declared > complete) {
            long next = Math.clamp(fileBytes - (recordStart() + complete * stride), 0, stride);
            findings.add(Severity.WARNING, FindingCode.TRUNCATED_RECORDS, dimension, "the header promises " + declared
                    + " records but the file has " + complete + " in full" + (next == 0 ? "" : " and " + next + " of the "
                    + stride + " bytes of the next") + "; only complete ones can be read");
        } else if (declared < complete) {
            findings.add(Severity.INFO, FindingCode.UNCOUNTED_RECORDS, dimension, "the header counts " + declared
                    + " records but the file has " + complete + ": its writer ended before it counted the last "
                    + (complete - declared) + ", or is still running; "
                    + (count == RecordCount.FROM_FILE_SIZE ? "they are read as well, as was asked for"
                            : "they are read only where that is asked for"));
        }
    }

    private long dataStart() {
        long start = fixed.isEmpty() ? Long.MAX_VALUE : fixed.getFirst().begin();
        start = recorded.isEmpty() ? start : Math.min(start, recordStart());
        return start == Long.MAX_VALUE ? header.bytes() : start;
    }

    private long dataBytes(long records, long stride) {
        long end = header.bytes();
        for (VariableHeader variable : fixed) {
            end = Math.max(end, end(variable));
        }
        long declared = Math.max(records, header.records());
        if (recorded.isEmpty() || declared == 0) {
            return end;
        }
        long lastEnd = end(recorded.getLast());
        return declared - 1 > (Long.MAX_VALUE - lastEnd) / stride ? Long.MAX_VALUE
                : Math.max(end, lastEnd + (declared - 1) * stride);
    }

    private long recordStart() {
        return recorded.getFirst().begin();
    }

    private static long end(VariableHeader variable) {
        return variable.begin() + variable.slabBytes();
    }

    private static String extent(VariableHeader variable) {
        return "bytes " + variable.begin() + " to " + (end(variable) - 1);
    }

    private ExodusFormatException corrupt(VariableHeader variable, String problem) {
        return new ExodusFormatException(Fault.CORRUPT_HEADER, file, variable.beginAt(), variable.place() + problem,
                "");
    }
}
