package dev.datause.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.datause.DataUsePolicy;
import dev.datause.Member;
import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * How long a process takes from its start to its end if all it does is take one decision, beside one that only parses
 * the same JSON. The two take turns, so that a busy machine is busy for both. Prints medians and their ratio.
 *
 * <p>{@code java -cp benchmarks.jar dev.datause.benchmarks.ColdStart [runs]}
 */
public final class ColdStart {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private ColdStart() {}

    /** Runs the comparison, or, as a child, one of its sides. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException, InterruptedException {
        String what = args.length == 0 ? "25" : args[0];
        switch (what) {
            case "nothing" -> System.exit(0);
            case "parse" -> parse();
            case "decide" -> decide();
            default -> System.out.print(compare(Integer.parseInt(what)));
        }
    }

    private static void parse() throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(BundledPolicy.bytes())) {
            int characters = 0;
            while (parser.nextToken() != null) {
                characters += parser.getTextLength();
            }
            System.exit(characters > 0 ? 0 : 1);
        }
    }

    private static void decide() {
        DataUsePolicy policy = DataUsePolicy.of(BundledPolicy.read());
        Member member = policy.member()
                .country("DE")
                .born(LocalDate.of(1990, 5, 1))
                .trait("account", "standard")
                .othersUntouched()
                .build();
        System.exit(policy.isPermitted(member, InWords.AI_TRAINING, DAY) ? 0 : 1);
    }

    private static String compare(int runs) throws IOException, InterruptedException {
        List<String> sides = List.of("nothing", "parse", "decide");
        List<List<Double>> times = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int run = -2; run < runs; run++) {
            for (int i = 0; i < sides.size(); i++) {
                double time = milliseconds(sides.get(i));
                if (run >= 0) {
                    times.get(i).add(time);
                }
            }
        }
        StringBuilder report = new StringBuilder();
        for (int i = 0; i < sides.size(); i++) {
            report.append(String.format(
                    Locale.ROOT,
                    "%-8s median %7.1f ms, fastest %7.1f ms of %d%n",
                    sides.get(i),
                    median(times.get(i)),
                    Collections.min(times.get(i)),
                    runs));
        }
        return report.append(String.format(
                        Locale.ROOT,
                        "decide / parse: %.2f by medians, %.2f by the fastest%n",
                        median(times.get(2)) / median(times.get(1)),
                        Collections.min(times.get(2)) / Collections.min(times.get(1))))
                .toString();
    }

    private static double milliseconds(String side) throws IOException, InterruptedException {
        String java = System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
        ProcessBuilder child =
                new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), ColdStart.class.getName(), side);
        long start = System.nanoTime();
        int status = child.inheritIO().start().waitFor();
        long end = System.nanoTime();
        if (status != 0) {
            throw new IllegalStateException(side + " ended with " + status);
        }
        return (end - start) / 1e6;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
