package dev.exodusii.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A polynomial in the natural coordinates r, s, t, divided by powers of 1 - t: pyramids need those.
record Polynomial(Map<Monomial, Double> terms) {

    static final Polynomial ONE = of(0, 0, 0, 0);
    static final Polynomial R = of(1, 0, 0, 0);
    static final Polynomial S = of(0, 1, 0, 0);
    static final Polynomial T = of(0, 0, 1, 0);

    /// `r^i s^j t^k / (1 - t)^m`
    record Monomial(int i, int j, int k, int m) implements Comparable<Monomial> {

        private static final Comparator<Monomial> ORDER = Comparator.comparingInt(Monomial::m)
                .thenComparingInt(Monomial::i).thenComparingInt(Monomial::j).thenComparingInt(Monomial::k);

        @Override
        public int compareTo(Monomial other) {
            return ORDER.compare(this, other);
        }
    }

    private static Polynomial of(int i, int j, int k, int m) {
        return new Polynomial(Map.of(new Monomial(i, j, k, m), 1.0));
    }

    static Polynomial power(int i, int j, int k) {
        return of(i, j, k, 0);
    }

    Polynomial plus(Polynomial other) {
        Map<Monomial, Double> sum = new TreeMap<>(terms);
        other.terms.forEach((monomial, factor) -> sum.merge(monomial, factor, Double::sum));
        return new Polynomial(sum);
    }

    Polynomial minus(Polynomial other) {
        return plus(other.times(-1));
    }

    Polynomial times(double factor) {
        Map<Monomial, Double> product = new TreeMap<>();
        terms.forEach((monomial, own) -> product.put(monomial, own * factor));
        return new Polynomial(product);
    }

    Polynomial times(Polynomial other) {
        Map<Monomial, Double> product = new TreeMap<>();
        terms.forEach((a, x) -> other.terms.forEach((b, y) -> product
                .merge(new Monomial(a.i + b.i, a.j + b.j, a.k + b.k, a.m + b.m), x * y, Double::sum)));
        return new Polynomial(product);
    }

    Polynomial overOneLessT() {
        Map<Monomial, Double> quotient = new TreeMap<>();
        terms.forEach((a, x) -> quotient.put(new Monomial(a.i, a.j, a.k, a.m + 1), x));
        return new Polynomial(quotient);
    }

    /// Each of these times each of those.
    static List<Polynomial> products(List<Polynomial> these, List<Polynomial> those) {
        List<Polynomial> all = new ArrayList<>();
        these.forEach(a -> those.forEach(b -> all.add(a.times(b))));
        return all;
    }

    double at(double r, double s, double t) {
        double sum = 0;
        for (Map.Entry<Monomial, Double> term : terms.entrySet()) {
            Monomial a = term.getKey();
            sum += term.getValue() * Math.pow(r, a.i) * Math.pow(s, a.j) * Math.pow(t, a.k)
                    / (a.m == 0 ? 1 : Math.pow(Apex.keepAway(1 - t), a.m));
        }
        return sum;
    }
}
