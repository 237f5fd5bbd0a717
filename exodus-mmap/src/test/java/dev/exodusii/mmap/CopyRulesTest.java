package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The rules let nothing pass that they do not name.
class CopyRulesTest {

    private static final String TEXT = """
            netcdf small {
            dimensions:
            \tlen_name = 33 ;
            \tnum_el_blk = 1 ;
            \tnum_elem_var = 2 ;
            \ttime_step = UNLIMITED ; // (1 currently)
            variables:
            \tdouble vals_elem_var2eb1(time_step) ;
            \tchar eb_names(num_el_blk, len_name) ;

            // global attributes:
            \t\t:version = 9.06f ;
            data:

             vals_elem_var2eb1 = 1.5 ;

             eb_names =
              "steel\\000left\\n",
                "over  " ;
            }
            """;

    private static CopyRules compare(String copy) {
        return CopyRules.compare(Cdl.parse(TEXT), Cdl.parse(copy));
    }

    @Test
    void whatIsTheSameNeedsNoRule() {
        assertEquals(Map.of(), compare(TEXT).applied());
        assertEquals(List.of(), compare(TEXT).unexplained());
    }

    @Test
    void aValueThatChangesIsNotExplained() {
        assertEquals(List.of("vals_elem_var2eb1: was 1.5 at 0 of 1, is 1.25 at 0 of 1"),
                compare(TEXT.replace("= 1.5", "= 1.25")).unexplained());
    }

    @Test
    void whatIsLostIsNotExplained() {
        assertEquals(1, compare(TEXT.replace("\tdouble vals_elem_var2eb1(time_step) ;\n", "")
                .replace(" vals_elem_var2eb1 = 1.5 ;\n", "")).unexplained().size());
        assertEquals(1, compare(TEXT.replace("\t\t:version = 9.06f ;\n", "")).unexplained().size());
        assertEquals(1, compare(TEXT.replace("1 currently", "0 currently")).unexplained().size());
    }

    @Test
    void onlyWhatIsBehindTheTextMayGo() {
        assertEquals(List.of(), compare(TEXT.replace("\\000left\\n\",\n    \"over  \"", "\"")).unexplained());
        assertEquals(1, compare(TEXT.replace("steel\\000left\\n\",\n    \"over  \"", "stee\"")).unexplained().size());
    }

    @Test
    void aTruthTableTellsWhatIsStored() {
        String table = TEXT.replace("\tchar eb_names", "\tint elem_var_tab(num_el_blk, num_elem_var) ;\n\tchar eb_names");

        assertEquals(List.of(), compare(table.replace("data:\n", "data:\n\n elem_var_tab = 0, 1 ;\n")).unexplained());
        assertEquals(1, compare(table.replace("data:\n", "data:\n\n elem_var_tab = 1, 1 ;\n")).unexplained().size());
    }
}
