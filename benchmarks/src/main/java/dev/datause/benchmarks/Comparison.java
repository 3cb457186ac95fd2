package dev.datause.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks and prints, as tables, what a decision costs beside the hand-written rules and how its cost grows.
 *
 * <p>{@code java -cp benchmarks.jar dev.datause.benchmarks.Comparison}
 */
public final class Comparison {
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private Comparison() {}

    /** Runs all benchmarks of this module. */
    public static void main(String[] args) throws RunnerException {
        List<RunResult> results = new ArrayList<>(new Runner(new OptionsBuilder()
                        .include(DecisionBenchmark.class.getSimpleName())
                        .include(GrowthBenchmark.class.getSimpleName())
                        .addProfiler(GCProfiler.class)
                        .build())
                .run());
        Map<String, RunResult> byName = new TreeMap<>();
        for (RunResult result : results) {
            byName.put(name(result), result);
        }
        System.out.print(decisions(byName) + "\n" + growth(byName));
    }

    private static String name(RunResult result) {
        String reading = result.getParams().getParam("reading");
        String rules = result.getParams().getParam("rules");
        return result.getPrimaryResult().getLabel() + " " + (reading == null ? rules : reading);
    }

    private static String decisions(Map<String, RunResult> results) {
        StringBuilder table = new StringBuilder("""
                | question | reading | by hand, ns | by the policy, ns | ratio | B/op |
                |---|---|---:|---:|---:|---:|
                """);
        for (String reading : List.of("strict", "documented")) {
            row(table, results, "isPermitted, ai-training", reading, "aiTrainingByHand", "aiTrainingByPolicy");
            row(table, results, "isPermitted, affiliate-ads", reading, "affiliateAdsByHand", "affiliateAdsByPolicy");
            row(table, results, "isPermitted of a use", reading, "useByHand", "useByPolicy");
            row(table, results, "decide, with grounds", reading, "useByHand", "useByPolicyWithGrounds");
        }
        return table.toString();
    }

    private static void row(
            StringBuilder table,
            Map<String, RunResult> results,
            String question,
            String reading,
            String byHand,
            String byPolicy) {
        RunResult hand = result(results, byHand + " " + reading);
        RunResult policy = result(results, byPolicy + " " + reading);
        table.append(String.format(
                Locale.ROOT,
                "| %s | %s | %.0f | %.0f | %.1f | %.0f |%n",
                question,
                reading,
                median(hand),
                median(policy),
                median(policy) / median(hand),
                allocated(policy)));
    }

    private static String growth(Map<String, RunResult> results) {
        StringBuilder table = new StringBuilder("""
                | rules | isPermitted, ns | isPermitted of a use, ns | compiled, and decided once, ms |
                |---:|---:|---:|---:|
                """);
        for (String rules : List.of("10", "100", "1000", "10000")) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f | %.0f |%n",
                    rules,
                    median(result(results, "isPermitted " + rules)),
                    median(result(results, "isPermittedUse " + rules)),
                    median(result(results, "firstDecision " + rules))));
        }
        return table.toString();
    }

    private static RunResult result(Map<String, RunResult> results, String name) {
        RunResult result = results.get(name);
        if (result == null) {
            throw new IllegalStateException("no result of " + name);
        }
        return result;
    }

    private static double median(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }

    private static double allocated(RunResult result) {
        Result<?> allocation = result.getSecondaryResults().get(ALLOCATION);
        if (allocation == null) {
            throw new IllegalStateException("no figure for allocation");
        }
        return allocation.getScore();
    }
}
