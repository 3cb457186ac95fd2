package dev.datause.testkit;

import dev.datause.AnalysisLimitException;
import dev.datause.analysis.MemberSpace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Runs a pipeline over every cell of its policy's short form, once each: complete, and not random. What the policy can
 * tell apart is a cell; within one, every member on every day is decided alike. A pipeline that agrees on every cell
 * agrees wherever it, too, tells nobody apart within a cell; that it does not is what random samples are for.
 *
 * <p>Immutable. The cost grows with the number of cells, which grows with what the rules of the purpose read.
 *
 * @param <P> what the pipeline knows of a person
 * @param <R> a row that comes out
 */
public final class EveryCell<P, R> {
    private static final int BATCH = 1_000;

    private final TestedPipeline<P, R> pipeline;

    private EveryCell(TestedPipeline<P, R> pipeline) {
        this.pipeline = pipeline;
    }

    /** Of a pipeline that makes the uses of the short form. */
    public static <P, R> EveryCell<P, R> of(TestedPipeline<P, R> pipeline) {
        return new EveryCell<>(Objects.requireNonNull(pipeline, "pipeline"));
    }

    /** How many cells there are. */
    public long size() {
        return space().size();
    }

    private MemberSpace space() {
        return MemberSpace.ofShortForm(pipeline.policy(), pipeline.purpose());
    }

    /**
     * The first cell on which the pipeline and the policy differ, or empty if there is none. The pipeline is run once for
     * each thousand members of one day.
     *
     * @throws AnalysisLimitException if there are more cells than {@code limit}; nothing is checked then
     */
    public Optional<Broken> firstBroken(long limit) {
        Law<Crowd> noDenied = Laws.noDeniedMemberComesOut(pipeline);
        Law<Crowd> everyPermitted = Laws.everyPermittedMemberComesOut(pipeline);
        Map<LocalDate, List<MadeUpMember>> waiting = new TreeMap<>();
        try (Stream<MemberSpace.Cell> cells = space().cells(limit)) {
            for (Iterator<MemberSpace.Cell> each = cells.iterator(); each.hasNext(); ) {
                MemberSpace.Cell cell = each.next();
                List<MadeUpMember> members = waiting.computeIfAbsent(cell.day(), day -> new ArrayList<>());
                members.add(MadeUpMember.of(cell.member()));
                if (members.size() == BATCH) {
                    Optional<Broken> broken = broken(noDenied, everyPermitted, new Crowd(cell.day(), members));
                    if (broken.isPresent()) {
                        return broken;
                    }
                    members.clear();
                }
            }
        }
        for (Map.Entry<LocalDate, List<MadeUpMember>> rest : waiting.entrySet()) {
            Optional<Broken> broken = broken(noDenied, everyPermitted, new Crowd(rest.getKey(), rest.getValue()));
            if (broken.isPresent()) {
                return broken;
            }
        }
        return Optional.empty();
    }

    private static Optional<Broken> broken(Law<Crowd> noDenied, Law<Crowd> everyPermitted, Crowd crowd) {
        if (crowd.members().isEmpty()) {
            return Optional.empty();
        }
        Optional<Broken> broken = noDenied.brokenBy(crowd);
        return broken.isPresent() ? broken : everyPermitted.brokenBy(crowd);
    }
}
