package dev.datause.examples.quickstart;

import dev.datause.DataUsePolicy;
import dev.datause.Guard;
import dev.datause.LinkedIn;
import dev.datause.Partition;
import dev.datause.Purpose;
import dev.datause.Recipient;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A data pipeline with two sinks, one for AI training and one for ads. Each row is asked about at the door of its sink,
 * and the sinks cannot be given a row that was not.
 */
public final class Quickstart {
    private static final int MEMBERS = 5000;
    /** On this day nobody born on 29 February 2008 is 18; on the next, 1 March, all of them are. */
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 28);

    private static final LocalDate FIRST_DAY = TODAY.minusMonths(7);

    private final DataUsePolicy strict = LinkedIn.strict();
    private final DataUsePolicy documented = LinkedIn.documented();
    private final Warehouse warehouse = Warehouse.madeUp(LinkedIn.policy().vocabulary(), MEMBERS, FIRST_DAY, TODAY);
    private final PrintStream out;

    private Quickstart(PrintStream out) {
        this.out = out;
    }

    /** Runs the pipeline. */
    public static void main(String[] arguments) {
        run(System.out);
    }

    static void run(PrintStream out) {
        new Quickstart(out).run();
    }

    private void run() {
        print(warehouse.accounts().size() + " members and " + warehouse.rows() + " rows, all made up, used on "
                + TODAY);
        print("policy " + LinkedIn.POLICY + "; the sinks obey the reading strict, documented stands beside it");

        List<Row> texts = concat(warehouse.profiles(), warehouse.posts());
        TrainingSet trainingSet = new TrainingSet();
        Partition<Row> forTraining =
                guard(strict, LinkedIn.AI_TRAINING, LinkedIn.LINKEDIN).partition(texts);
        forTraining.permitted().forEach(trainingSet::add);
        report(LinkedIn.AI_TRAINING, LinkedIn.LINKEDIN, "profiles, posts", texts, forTraining);
        print("written: " + trainingSet);

        List<Row> interests = concat(warehouse.profiles(), warehouse.feedActivity(), warehouse.adEngagement());
        AdAudiences adAudiences = new AdAudiences();
        Partition<Row> forAds =
                guard(strict, LinkedIn.AFFILIATE_ADS, LinkedIn.MICROSOFT).partition(interests);
        forAds.permitted().forEach(adAudiences::add);
        report(LinkedIn.AFFILIATE_ADS, LinkedIn.MICROSOFT, "profiles, feed activity, ad engagement", interests, forAds);
        print("written: " + adAudiences);
    }

    private static Guard<Row> guard(DataUsePolicy policy, Purpose purpose, Recipient recipient) {
        return policy.guard(purpose, row -> row.usedFor(purpose, recipient, TODAY));
    }

    private void report(Purpose purpose, Recipient recipient, String data, List<Row> rows, Partition<Row> split) {
        Partition<Row> other = guard(documented, purpose, recipient).partition(rows);
        print("");
        print(purpose + " by " + recipient + ": " + data);
        print("  strict documented");
        print(Comparison.line(
                allowedToday(strict, purpose),
                allowedToday(documented, purpose),
                "members of whom all that the purpose usually needs may be used if given today"));
        print(Comparison.line(rows.size(), rows.size(), "rows"));
        print(Comparison.line(split.permitted().size(), other.permitted().size(), "permitted"));
        print(Comparison.line(
                split.keptOut().size(), other.keptOut().size(), "kept out; a row counts under each of its reasons:"));
        new Comparison(LinkedIn.policy(), split.reasons(), other.reasons())
                .lines()
                .forEach(this::print);
    }

    private long allowedToday(DataUsePolicy policy, Purpose purpose) {
        return warehouse.accounts().stream()
                .map(Account::owner)
                .filter(policy.permits(purpose, TODAY))
                .count();
    }

    @SafeVarargs
    private static List<Row> concat(List<Row>... tables) {
        List<Row> rows = new ArrayList<>();
        for (List<Row> table : tables) {
            rows.addAll(table);
        }
        return rows;
    }

    /** One line, ended the same way on every system. */
    private void print(String line) {
        out.print(line + "\n");
    }
}
