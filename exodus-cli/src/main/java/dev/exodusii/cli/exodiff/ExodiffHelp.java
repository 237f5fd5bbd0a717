package dev.exodusii.cli.exodiff;

import java.io.PrintStream;
import java.util.Optional;

/// The help of `exo exodiff`, in pages like those of exodiff.
public final class ExodiffHelp {

    private static final String USAGE = """

            usage: exo exodiff [options] FILE1 FILE2
               or: exo exodiff -summary FILE
               or: exo exodiff -help [tolerance|file]

            Options may be abbreviated; they come before the files, or from EXODIFF_OPTIONS.
              -file F, -f F             tolerances and rules from a command file
              -tolerance X, -t X        the tolerance of results, attributes and times (1e-6)
              -Floor X                  values both below this are the same (0)
              -relative -absolute -combined -ulps_float -ulps_double
              -eigen_relative -eigen_absolute -eigen_combined -ignore
                                        how the distance of two values is measured (relative)
              -coordinate_tolerance X   the absolute tolerance of coordinates (1e-6)
              -use_old_floor            values closer than the floor are the same
              -pedantic                 ids, names and entries of sets, and assemblies, count
              -quiet                    print the verdict only, and stop at the first difference
              -show_all_diffs           print every value that differs
              -norms -l1norms -l2norms  print norms of differences
              -ignore_steps             compare the mesh only
              -steps B:E:I | last       compare these steps
              -exclude 1,5-9, -x        leave out these steps
              -explicit I:J             compare one step of each file; I and J may be last
              -TimeStepOffset N, -T N   step x+N of file 1 goes with step x of file 2
              -TA, -TM                  find the offset: same end, or nearest first time
              -interpolate              interpolate file 2 to the times of file 1
              -final_time_tolerance X   how far the last times may be apart then (0)
              -time_scale X, -time_offset X   change the times of file 1 first
              -match_ids                match nodes and elements by id (usual)
              -match_file_order         by index; ids must agree
              -map, -m                  by position
              -partial, -p              by position, where they can be matched
              -match_by_name            match blocks and sets by name
              -ignore_maps              match by index, and report indexes as ids
              -ignore_dups              of two elements at one place, take the first
              -dumpmap                  print the pairs of nodes and elements
              -allow_permuted_connectivity   accept nodes of an element in another order
              -nsmap -no_nsmap -ssmap -no_ssmap   look up entries of sets, or take them by place
              -short -no_short          HEX is HEX8, or is not
              -ignore_case -case_sensitive   of names of variables
              -nosymmetric_name_check   variables of file 2 only do not count
              -allow_name_mismatch      variables of file 1 only do not count
              -ignore_nans -ignore_attributes -ignore_sideset_df   do not compare these
              -status -ignore_status    end with 2 for files that differ, or with 0
              -max_warnings N           most warnings about ids (100)
              -min_coordinate_separation   part of -summary: the least distance of two nodes
              --json                    print one JSON document
            Not done: a third file with differences; change sets, which only netCDF-4 files have.
            """;
    private static final String TOLERANCE = """

            Tolerances. a and b are the values; they differ when the distance exceeds the tolerance.
              relative      |a-b| / max(|a|,|b|)
              absolute      |a-b|
              combined      |a-b| / max(1,|a|,|b|)
              eigen_*       the same with |a| and |b| for a and b
              ulps_float    how many floats lie between
              ulps_double   how many doubles lie between
              ignore        0
            Values that are both below the floor do not differ. NaN equals NaN at the same place only.
            Unless told otherwise: results, attributes, times and factors relative 1e-6, coordinates absolute 1e-6.
            """;
    private static final String FILE = """

            Command file. # begins a comment; words may be abbreviated and are in any case.
              DEFAULT TOLERANCE relative 1.E-8 floor 1.E-14
              COORDINATES absolute 1.E-12
              TIME STEPS absolute 1.E-14
              GLOBAL VARIABLES (all) relative 1.E-4
              NODAL VARIABLES absolute 1.E-8
              <tab>DISPLX
              <tab>VELX absolute 1.E-6 floor 1.E-10
              ELEMENT VARIABLES
              <tab>!SIGYY
            Kinds: GLOBAL, NODAL, ELEMENT, NODESET, SIDESET, EDGEBLOCK, FACEBLOCK VARIABLES and ELEMENT ATTRIBUTES.
            Variables of a kind without a line are not compared. ! leaves a variable out.
            Rules: EXCLUDE TIMES 1,5-9; APPLY MATCHING; NODESET MATCH; SIDESET MATCH; [NO] SHORT BLOCKS; CASE SENSITIVE;
            IGNORE CASE, MAPS, NANS, DUPS, ATTRIBUTES, SIDESET DISTRIBUTION, STATUS; STEP OFFSET n, automatic or match;
            INTERPOLATE; FINAL TIME TOLERANCE x; CALCULATE NORMS, L1NORMS or L2NORMS; RETURN STATUS; PEDANTIC.
            """;

    private ExodiffHelp() {}

    /// Prints a page, or the version where no page is asked for.
    ///
    /// @param page which page: `usage`, `tolerance`, `file` or `all`
    /// @param out  where to
    public static void print(Optional<String> page, PrintStream out) {
        if (page.isEmpty()) {
            out.print("EXODIFF\t(exo, with the rules of version 4.01)\n");
            return;
        }
        boolean isAll = page.get().equalsIgnoreCase("all");
        if (isAll || page.get().equalsIgnoreCase("usage")) {
            out.print(USAGE);
        }
        if (isAll || page.get().equalsIgnoreCase("file")) {
            out.print(FILE);
        }
        if (isAll || page.get().equalsIgnoreCase("tolerance")) {
            out.print(TOLERANCE);
        }
    }
}
