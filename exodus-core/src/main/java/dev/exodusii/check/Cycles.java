package dev.exodusii.check;

import dev.exodusii.Assembly;
import dev.exodusii.Entity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/// Finds assemblies that contain themselves, through others or directly: those of strongly connected components
/// (Tarjan's way, which visits each membership once). What is still to be visited is kept in a list, not in recursion,
/// since nesting is as deep as a hostile file likes.
final class Cycles {

    private static final int UNVISITED = -1;

    private final List<Assembly> assemblies;
    private final int[] order;
    private final int[] lowest;
    private final boolean[] isOpen;
    private final boolean[] isCyclic;
    private final Deque<Integer> component = new ArrayDeque<>();
    private int visited;

    private Cycles(List<Assembly> assemblies) {
        this.assemblies = assemblies;
        this.order = new int[assemblies.size()];
        this.lowest = new int[assemblies.size()];
        this.isOpen = new boolean[assemblies.size()];
        this.isCyclic = new boolean[assemblies.size()];
        Arrays.fill(order, UNVISITED);
    }

    /// Returns those that contain themselves, in the order of the list.
    static List<Assembly> among(List<Assembly> assemblies) {
        Cycles cycles = new Cycles(assemblies);
        List<Assembly> found = new ArrayList<>();
        for (int i = 0; i < assemblies.size(); i++) {
            if (cycles.order[i] == UNVISITED) {
                cycles.visit(i);
            }
        }
        for (int i = 0; i < assemblies.size(); i++) {
            if (cycles.isCyclic[i]) {
                found.add(assemblies.get(i));
            }
        }
        return found;
    }

    /// An assembly that is being visited, and which of its members are still to be.
    private record Visit(int assembly, Iterator<Integer> members) {}

    private void visit(int first) {
        Deque<Visit> visits = new ArrayDeque<>();
        visits.push(enter(first));
        while (!visits.isEmpty()) {
            Visit visit = visits.peek();
            int own = visit.assembly();
            if (visit.members().hasNext()) {
                int member = visit.members().next();
                isCyclic[own] |= member == own;
                if (order[member] == UNVISITED) {
                    visits.push(enter(member));
                } else if (isOpen[member]) {
                    lowest[own] = Math.min(lowest[own], order[member]);
                }
            } else {
                visits.pop();
                leave(own);
                if (!visits.isEmpty()) {
                    int above = visits.peek().assembly();
                    lowest[above] = Math.min(lowest[above], lowest[own]);
                }
            }
        }
    }

    private Visit enter(int assembly) {
        order[assembly] = visited++;
        lowest[assembly] = order[assembly];
        isOpen[assembly] = true;
        component.push(assembly);
        List<Integer> members = new ArrayList<>();
        for (Entity member : assemblies.get(assembly).members()) {
            if (member instanceof Assembly) {
                members.add(member.index());
            }
        }
        return new Visit(assembly, members.iterator());
    }

    /// What was entered since a component's first assembly, and is still open, is all in one cycle with it.
    private void leave(int assembly) {
        if (lowest[assembly] != order[assembly]) {
            return;
        }
        boolean isAlone = component.peek() == assembly;
        int member = UNVISITED;
        while (member != assembly) {
            member = component.pop();
            isOpen[member] = false;
            isCyclic[member] |= !isAlone;
        }
    }
}
