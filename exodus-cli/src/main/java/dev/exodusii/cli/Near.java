package dev.exodusii.cli;

import dev.exodusii.ExodusFile;
import dev.exodusii.cli.json.Json;
import dev.exodusii.cli.near.Answer;
import dev.exodusii.cli.near.NearJson;
import dev.exodusii.cli.near.NearScreen;
import dev.exodusii.cli.near.PlaceText;
import dev.exodusii.cli.text.Progress;
import java.io.IOException;
import java.util.List;

/// `exo near`: the nearest node, the containing or nearest element, and the values there.
final class Near extends Verb {

    private static final String SCHEMA = "exo.near/1";

    private final Option variables = option("--var", "VAR",
            "Show these variables only: disp_y, nodal/disp_*, elem/stress ... Can be given several times.");
    private final Option step = stepOption(false, "STEP",
            "Show the values at this step: 3, last, t=3.5e5, t~3.5e5 (interpolated). Default: last.");
    private final Flag json = flag("--json", "Print one JSON document.");

    Near(Exo exo) {
        super(exo, "near", "Shows what is at a point: the nearest node, the element around it, the values there.",
                new Arguments("FILE X,Y[,Z]...", 2, Integer.MAX_VALUE,
                        "The file, and points with as many coordinates as its mesh has; -1,2,3 is a point too."),
                "", "Where no element contains the point, the nearest one is shown. Nodal variables are shown at the"
                        + " node and as interpolated at the point, or at the place of the element that is nearest to"
                        + " it.",
                "", "Examples:", "  exo near run.e 0.034,0.06,0.01",
                "  exo near crash.e -1,2,3.5e-2 0,0,0 --var 'nodal/disp_*' --step t=1e-3");
    }

    @Override
    ExitCode run() {
        String name = arguments().values().getFirst();
        List<String> points = arguments().values().subList(1, arguments().values().size());
        try (Printer printer = exo().printer()) {
            try (ExodusFile file = exo().open(name); var _ = exo().measured(name)) {
                List<PlaceText> places = points.stream().map(PlaceText::parse).toList();
                List<Answer> answers;
                try (Progress progress = exo().progress("looking", 0)) {
                    answers = Answer.of(file, places, new Answer.Wish(variables.values(), step.value()),
                            exo().workers().watchedBy(progress::advance));
                }
                show(file, name, answers, printer);
                return printer.soundness(name, file);
            } catch (IOException | RuntimeException | InternalError e) {
                Problem problem = Problem.of(name, e);
                return fail(problem, e, printer, () -> begin(name, printer));
            }
        }
    }

    private void show(ExodusFile file, String name, List<Answer> answers, Printer printer) {
        if (json.isSet()) {
            Json document = begin(name, printer);
            NearJson.write(file, answers, document);
            printer.raw(document.end() + "\n");
        } else {
            answers.forEach(answer -> printer.show(NearScreen.draw(file, answer, printer.page())));
        }
    }

    private static Json begin(String name, Printer printer) {
        return printer.begin().field("schema", SCHEMA).field("file", name);
    }
}
