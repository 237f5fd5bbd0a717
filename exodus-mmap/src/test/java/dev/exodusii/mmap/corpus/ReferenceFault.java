package dev.exodusii.mmap.corpus;

/// Where the reference library is wrong, silent or cuts something off, and is therefore not followed. How each is
/// recognised is in [KnownReferenceFaults] and [SideTables]; a test counts how often it met one.
enum ReferenceFault {
    /// Names are handed out up to the length that the caller asked for.
    NAME_CUT("names are cut at the length that the caller asked for"),
    /// The title has 80 bytes at most.
    TITLE_CUT("the title is cut at 80 bytes"),
    /// An information record has 80 bytes at most.
    INFO_CUT("information records are cut at 80 bytes"),
    /// The texts of a QA record have 32 bytes at most.
    QA_CUT("texts of QA records are cut at 32 bytes"),
    /// A type's text has 32 bytes at most.
    TYPE_CUT("element types are cut at 32 bytes"),
    /// Entities are asked for by id, so one that repeats an id is answered with the first.
    REPEATED_ID("an entity whose id is taken is answered with the first of that id"),
    /// Properties are asked for by name, likewise.
    REPEATED_PROPERTY("a property whose name is taken is answered with the first of that name"),
    /// Behind the end of a file that was cut short there are zeros, without an error.
    ZEROS_BEHIND_END("what lies behind the end of a truncated file is read as zeros"),
    /// A call failed, so there is nothing to compare with.
    NO_ANSWER("the library failed to answer"),
    /// A list is longer or shorter than its dimension says.
    OTHER_COUNT("the library delivers another number of values than the file declares"),
    /// Sides of polygons, polyhedra, Bezier and unknown elements, bad elements and sides: garbage or an error.
    SIDE_NODES_UNDEFINED("the nodes of a side are garbage or an error"),
    /// The node in the middle of a face is never written for some types.
    SIDE_NODE_UNWRITTEN("a node in the middle of a side is not written"),
    /// The tables of some types are missing, incomplete or out of step; see [SideTables].
    SIDE_TABLE_BROKEN("the table of a type's sides is missing or wrong"),
    /// Shells of triangles in a plane mesh are taken for plane triangles, so that their edges begin with side 1.
    SHELL_IN_PLANE("shells of triangles in a plane mesh are taken for plane triangles"),
    /// The blocks of elements are looked up by id, so that the second block of an id has the nodes of the first.
    BLOCK_ID_TWICE("the nodes of sides in a block whose id is taken are those of the first block of that id"),
    /// A variable of a blob exists though the truth table, which is not stored, says no.
    BLOB_TRUTH("the truth table of blobs is always 0"),
    /// A truth table that is not stored is derived; for null entities it may say yes.
    TRUTH_OF_NOTHING("the truth table says yes where nothing is stored"),
    /// The truth table says no although values are stored.
    TRUTH_DENIES("the truth table says no although values are stored"),
    /// The number of factors of a set is taken from a dimension that edge sets and others need not have.
    FACTORS_UNANNOUNCED("factors of a set are stored but not announced"),
    /// Edges and faces per element are 0 in a file without edges or faces of its own.
    COUNTS_WITHOUT_BLOCKS("edges and faces per element are 0 without num_edge or num_face"),
    /// Numbers of frames are 32-bit in the file, but read as if they were 64-bit: two become one.
    FRAME_IDS_JOINED("ids of coordinate frames are read two at a time"),
    /// What describes fields, bases and quadratures is listed among the attributes of the user.
    FIELDS_AMONG_ATTRIBUTES("field metadata is listed among the user's attributes"),
    /// Metadata of fields, bases and quadratures of files with 64-bit ids.
    GARBAGE_FIELDS("field metadata of files with 64-bit ids is garbage");

    /// What a report's topics of counted faults begin with.
    static final String TOPIC = "fault ";

    private final String description;

    ReferenceFault(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }
}
